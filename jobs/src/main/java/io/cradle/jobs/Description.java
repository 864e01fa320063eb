package io.cradle.jobs;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.table.Commit;
import io.cradle.dataset.table.SelectionFacts;
import io.cradle.dataset.table.TableFacts;
import io.cradle.dataset.table.WeightFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Facts of a table or of a selection for people, as lines of text. */
final class Description {
    private static final int MOST_CHANNELS = 6;

    private final List<String> lines = new ArrayList<>();

    private Description() {}

    /** A table of episodes. */
    static String of(TableFacts facts) {
        Description text = new Description();
        text.line("table", facts.path() + "@" + facts.version());
        text.line("contentHash", facts.contentHash());
        text.line("episodes", "%d (%d further copies)".formatted(facts.episodes(), facts.duplicates()));
        text.line("steps", Long.toString(facts.steps()));
        text.line("bytesPerStep", "%s in %d files".formatted(number(facts.bytesPerStep()), facts.files()));
        text.line("splits", counts(facts.splits(), facts.episodes()));
        text.line("worlds", counts(facts.worlds(), facts.episodes()));
        text.line("policies", counts(facts.policies(), facts.episodes()));
        text.line("sources", counts(facts.sources(), facts.episodes()));
        facts.layout().tensors().forEach(tensor -> text.line("tensor", tensor(tensor, facts)));
        facts.history().forEach(text::commit);
        return text.text();
    }

    /** A selection. */
    static String of(SelectionFacts facts) {
        Description text = new Description();
        text.line("selection", facts.path() + "@" + facts.version());
        text.line("parent", facts.parent());
        text.line("episodes", "%d, of which %d stay".formatted(facts.episodes(), facts.kept()));
        text.line("reasons", counts(facts.reasons(), facts.episodes()));
        facts.splits().forEach((split, part) -> text.line("split", "%s: %s".formatted(split, part(part))));
        facts.strata()
                .forEach((stratum, part) ->
                        text.line("stratum", "%s: %s".formatted(stratum.isEmpty() ? "(all)" : stratum, part(part))));
        text.line("weights", weights(facts.trainWeights()));
        text.line("scoring", facts.scoring());
        facts.history().forEach(text::commit);
        return text.text();
    }

    private String text() {
        return String.join("\n", lines);
    }

    private void line(String name, String value) {
        lines.add(String.format(Locale.ROOT, "%-14s%s", name, value));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Such as {@code Bounce 600 (75.0 %), Urchin 200 (25.0 %)}. */
    private static String counts(Map<?, Long> counts, long all) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(each -> "%s %d (%s %%)"
                                .formatted(each.getKey(), each.getValue(), number(100.0 * each.getValue() / all)))
                        .collect(Collectors.joining(", "));
    }

    private static String tensor(TensorSpec tensor, TableFacts facts) {
        return "%s %s %s, %s Hz, %s, stored in [%s, %s], %d bytes a step, %s on disk%s"
                .formatted(
                        tensor.name(),
                        tensor.encoding(),
                        tensor.shape(),
                        tensor.rate() == 0 ? "uneven" : tensor.rate(),
                        tensor.scaling() == Scaling.NONE ? "as measured" : "scaled " + tensor.scaling(),
                        tensor.low(),
                        tensor.high(),
                        tensor.bytes(),
                        number(facts.tensorBytesPerStep().get(tensor.name())),
                        channels(tensor.channels()));
    }

    private static String channels(List<Channel> channels) {
        String named = channels.stream()
                .limit(MOST_CHANNELS)
                .map(channel -> "%s %s".formatted(channel.name(), channel.unit()))
                .collect(Collectors.joining(", "));
        String rest = channels.size() > MOST_CHANNELS ? ", and %d more".formatted(channels.size() - MOST_CHANNELS) : "";
        return channels.isEmpty() ? "" : "; %d channels: %s%s".formatted(channels.size(), named, rest);
    }

    private static String part(SelectionFacts.Part part) {
        return String.format(
                Locale.ROOT, "%d of %d stay, weights %.4g in all", part.kept(), part.episodes(), part.weight());
    }

    private static String weights(WeightFacts weights) {
        return String.format(
                Locale.ROOT,
                "of %d TRAIN episodes from %.4g to %.4g, which say as much as %.1f of equal weight",
                weights.episodes(),
                weights.min(),
                weights.max(),
                weights.effectiveEpisodes());
    }

    private void commit(Commit commit) {
        line(
                "version %d".formatted(commit.version()),
                "%s %s %s, %s, %s, configuration %.12s, parents %s"
                        .formatted(
                                commit.time(),
                                commit.operation(),
                                commit.changes(),
                                commit.lineage().command(),
                                commit.lineage().code(),
                                commit.lineage().configurationDigest(),
                                commit.lineage().parents()));
    }
}
