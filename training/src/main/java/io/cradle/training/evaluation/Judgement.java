package io.cradle.training.evaluation;

import io.cradle.training.metric.Likeness;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What an arbiter thinks of a model's stretches. Comparable with what the same arbiter thinks of others, and with nothing else.
 *
 * @param arbiter SHA-256 of it
 * @param likeness of the sets of features
 * @param cosine mean of 1 − cosine between the features of a true stretch and of the one drawn in its place, in [0, 2]
 * @param actions natural logarithm of the mean squared error of the actions that it reads off drawn stretches
 * @param trueActions the same off true ones: as far as it can tell at all
 */
public record Judgement(String arbiter, Likeness likeness, double cosine, double actions, double trueActions) {
    /** Empty where there are too few stretches: halves of them are compared, and each needs two a feature. */
    static Optional<Judgement> of(String arbiter, List<Coded> stretches) {
        if (stretches.size() < Likeness.FEWEST
                || stretches.size() < 4 * stretches.get(0).truth().length) {
            return Optional.empty();
        }
        return Optional.of(new Judgement(
                arbiter,
                Likeness.of(
                        stretches.stream().map(Coded::truth).toList(),
                        stretches.stream().map(Coded::made).toList()),
                mean(stretches, Coded::cosineDistance),
                Math.log(mean(stretches, Coded::madeActions)),
                Math.log(mean(stretches, Coded::trueActions))));
    }

    private static double mean(List<Coded> stretches, ToDoubleFunction<Coded> number) {
        return stretches.stream().mapToDouble(number).average().orElseThrow();
    }
}
