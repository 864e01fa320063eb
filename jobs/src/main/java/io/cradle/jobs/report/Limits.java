package io.cradle.jobs.report;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.statistics.ChannelSummary;
import io.cradle.training.evaluation.EvaluationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a data set is not good for, as far as its figures tell. */
final class Limits {
    private static final int MOST_NAMED = 5;

    private Limits() {}

    /** Sentences, at least one. */
    static List<String> of(CardInput input) {
        List<String> limits = new ArrayList<>();
        input.sources().forEach((source, count) -> limits.add(origin(source, count)));
        if (input.layout().find(Layout.FRAME).isEmpty()) {
            limits.add("There are no frames: models of pictures cannot be trained on it.");
        }
        small(input.dataset(), limits);
        if (input.duplicates() > 0) {
            limits.add("%s episodes are further copies of others: curate it before it is learned from."
                    .formatted(Numbers.count(input.duplicates())));
        }
        if (input.curation().isEmpty()) {
            limits.add(
                    "No selection was given: it is described as it was made, with whatever curation would leave out.");
        }
        name(channels(input, Limits::isConstant), "never change in TRAIN", limits);
        name(
                channels(input, Limits::isLacking),
                "were not measured, or were no number, at some steps of TRAIN",
                limits);
        return limits;
    }

    private static String origin(String source, long count) {
        return switch (source) {
            case "rollout" ->
                "%s episodes are simulated: rigid bodies in two dimensions, which is not the world."
                        .formatted(Numbers.count(count));
            case "dream" ->
                "%s episodes were dreamt by a trained model, and have its errors in them."
                        .formatted(Numbers.count(count));
            default ->
                "%s episodes were recorded by others (%s): they can be checked for damage, but not made anew."
                        .formatted(Numbers.count(count), source);
        };
    }

    private static void small(DatasetFacts dataset, List<String> limits) {
        for (Split split : List.of(Split.VAL, Split.TEST)) {
            long episodes = dataset.splits().getOrDefault(split.toString(), 0L);
            if (episodes < EvaluationReport.FEWEST_EPISODES) {
                limits.add("%s has %s episodes; a claim needs at least %d."
                        .formatted(split, Numbers.count(episodes), EvaluationReport.FEWEST_EPISODES));
            }
        }
    }

    private static boolean isConstant(ChannelSummary channel) {
        return channel.figures().filter(known -> known.min() == known.max()).isPresent();
    }

    private static boolean isLacking(ChannelSummary channel) {
        return channel.missing() + channel.nonFinite() > 0;
    }

    private static List<String> channels(CardInput input, Predicate<ChannelSummary> which) {
        return input.statistics().tensors().stream()
                .flatMap(tensor -> tensor.channels().stream().filter(which).map(channel -> "%s.%s"
                        .formatted(tensor.tensor(), channel.name())))
                .toList();
    }

    private static void name(List<String> channels, String what, List<String> limits) {
        if (!channels.isEmpty()) {
            String more = channels.size() > MOST_NAMED ? " and %d more".formatted(channels.size() - MOST_NAMED) : "";
            String some = channels.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            limits.add("Channels that %s: %s%s.".formatted(what, some, more));
        }
    }
}
