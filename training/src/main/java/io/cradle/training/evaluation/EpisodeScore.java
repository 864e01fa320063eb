package io.cradle.training.evaluation;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * How every model did on one episode.
 *
 * @param episode its id
 * @param pixels F, in a frame; 0 where there are no frames
 * @param frames frames scored one step ahead, at least 1
 * @param takes stretches predicted open loop, at least 1
 * @param models in the order in which the {@link Evaluator} was given them
 */
public record EpisodeScore(String episode, int pixels, long frames, long takes, List<ModelScore> models)
        implements Serializable {
    public EpisodeScore {
        models = List.copyOf(models);
    }

    /** The same, with the model of this name first and the others in their order. */
    EpisodeScore judging(String model) {
        return new EpisodeScore(
                episode,
                pixels,
                frames,
                takes,
                models.stream()
                        .sorted(Comparator.comparing(each -> !each.model().equals(model)))
                        .toList());
    }
}
