package io.cradle.training.evaluation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scores of many episodes. A monoid: {@link #NONE}, {@link Evaluator#score}, {@link #merge}; kept in order of episode
 * id, so that how the episodes were spread over tasks changes nothing.
 *
 * @param episodes those that were scored
 * @param skipped ids of those that were too short, see {@link Evaluator#stepsNeeded}
 */
public record Scores(List<EpisodeScore> episodes, List<String> skipped) implements Serializable {
    /** No episode. */
    public static final Scores NONE = new Scores(List.of(), List.of());

    public Scores {
        episodes = episodes.stream()
                .sorted(Comparator.comparing(EpisodeScore::episode))
                .toList();
        skipped = skipped.stream().sorted().toList();
    }

    /** The scores of both. */
    public Scores merge(Scores that) {
        return new Scores(joined(episodes, that.episodes), joined(skipped, that.skipped));
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        List<T> joined = new ArrayList<>(left);
        joined.addAll(right);
        return joined;
    }
}
