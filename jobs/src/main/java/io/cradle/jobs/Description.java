package io.cradle.jobs;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.table.Commit;
import io.cradle.dataset.table.TableFacts;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table's facts for people, as lines of text. */
final class Description {
    private static final int MOST_CHANNELS = 6;

    private Description() {}

    static String of(TableFacts facts) {
        return Stream.of(
                        List.of(
                                line("table", facts.path() + "@" + facts.version()),
                                line("contentHash", facts.contentHash()),
                                line(
                                        "episodes",
                                        "%d (%d further copies)".formatted(facts.episodes(), facts.duplicates())),
                                line("steps", Long.toString(facts.steps())),
                                line("bytesPerStep", String.format(Locale.ROOT, "%.1f", facts.bytesPerStep())),
                                line("splits", new TreeMap<>(facts.splits()).toString()),
                                line("worlds", new TreeMap<>(facts.worlds()).toString()),
                                line("policies", new TreeMap<>(facts.policies()).toString())),
                        facts.layout().tensors().stream()
                                .map(Description::tensor)
                                .toList(),
                        facts.history().stream().map(Description::commit).toList())
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-14s%s", name, value);
    }

    private static String tensor(TensorSpec tensor) {
        return line(
                "tensor",
                "%s %s %s, %s Hz, stored %s in [%s, %s]%s"
                        .formatted(
                                tensor.name(),
                                tensor.encoding(),
                                tensor.shape(),
                                tensor.rate() == 0 ? "uneven" : tensor.rate(),
                                tensor.scaling(),
                                tensor.low(),
                                tensor.high(),
                                channels(tensor.channels())));
    }

    private static String channels(List<Channel> channels) {
        String named = channels.stream()
                .limit(MOST_CHANNELS)
                .map(channel -> "%s %s".formatted(channel.name(), channel.unit()))
                .collect(Collectors.joining(", "));
        return channels.isEmpty() ? "" : ": " + named + (channels.size() > MOST_CHANNELS ? ", ..." : "");
    }

    private static String commit(Commit commit) {
        return line(
                "version %d".formatted(commit.version()),
                "%s, %s, configuration %.12s, parents %s"
                        .formatted(
                                commit.lineage().command(),
                                commit.lineage().code(),
                                commit.lineage().configurationDigest(),
                                commit.lineage().parents()));
    }
}
