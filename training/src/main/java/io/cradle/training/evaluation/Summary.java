package io.cradle.training.evaluation;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Means and paired differences of all models over the same episodes.
 *
 * @param episodes at least one, each with the same models, horizon and F
 * @param bootstrap gives intervals
 */
record Summary(List<EpisodeScore> episodes, Bootstrap bootstrap) {
    private List<ModelScore> first() {
        return episodes.get(0).models();
    }

    /** Name of the model that is judged: the first. */
    String judged() {
        return first().get(0).model();
    }

    /** In the order of the evaluator. */
    List<ModelResult> results() {
        return IntStream.range(0, first().size()).mapToObj(this::result).toList();
    }

    private ModelResult result(int m) {
        Interval bits = mean(episode -> bits(episode, m));
        return new ModelResult(
                first().get(m).model(),
                ModelResult.Likelihood.EXACT,
                bits,
                bits.mean() / episodes.get(0).pixels(),
                curve(h -> mean(episode -> iou(episode, m, h))),
                sum(episode -> episode.models().get(m).clampedPixels()),
                sum(episode -> episode.models().get(m).bothEmptyFrames()));
    }

    /** The judged model against each other one. */
    List<Comparison> comparisons() {
        return IntStream.range(1, first().size()).mapToObj(this::comparison).toList();
    }

    private Comparison comparison(int m) {
        return new Comparison(
                first().get(m).model(),
                mean(episode -> bits(episode, 0) - bits(episode, m)),
                curve(h -> mean(episode -> iou(episode, 0, h) - iou(episode, m, h))));
    }

    private List<Interval> curve(IntFunction<Interval> at) {
        return IntStream.range(0, first().get(0).iou().size()).mapToObj(at).toList();
    }

    private Interval mean(ToDoubleFunction<EpisodeScore> metric) {
        return bootstrap.mean(episodes.stream().mapToDouble(metric).toArray());
    }

    private long sum(ToLongFunction<EpisodeScore> count) {
        return episodes.stream().mapToLong(count).sum();
    }

    private static double bits(EpisodeScore episode, int m) {
        return episode.models().get(m).bitsPerFrame();
    }

    private static double iou(EpisodeScore episode, int m, int h) {
        return episode.models().get(m).iou().get(h);
    }
}
