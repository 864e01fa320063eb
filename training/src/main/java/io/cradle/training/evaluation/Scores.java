package io.cradle.training.evaluation;

import io.cradle.dataset.spec.Ordered;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of many episodes. A monoid: {@link #NONE}, {@link Evaluator#score}, {@link #merge}; kept in order of episode
 * id, so that how the episodes were spread over tasks changes nothing.
 *
 * @param episodes those that were scored
 * @param skipped ids of those that were too short, see {@link Evaluator#stepsNeeded}
 * @param gathered what is not summed up episode by episode, by the model's name
 */
public record Scores(List<EpisodeScore> episodes, List<String> skipped, Map<String, Gathered> gathered)
        implements Serializable {
    /** No episode. */
    public static final Scores NONE = new Scores(List.of(), List.of(), Map.of());

    public Scores {
        episodes = episodes.stream()
                .sorted(Comparator.comparing(EpisodeScore::episode))
                .toList();
        skipped = skipped.stream().sorted().toList();
        gathered = Ordered.copyOf(gathered);
    }

    /** The scores of both. */
    public Scores merge(Scores that) {
        Map<String, Gathered> both = new HashMap<>(gathered);
        that.gathered.forEach((model, more) -> both.merge(model, more, Gathered::plus));
        return new Scores(joined(episodes, that.episodes), joined(skipped, that.skipped), both);
    }

    /** The same, with the model of this name first, which is where the judged one stands. */
    Scores judging(String model) {
        return new Scores(
                episodes.stream().map(episode -> episode.judging(model)).toList(), skipped, gathered);
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        List<T> joined = new ArrayList<>(left);
        joined.addAll(right);
        return joined;
    }
}
