package io.cradle.training.evaluation;

import io.cradle.dataset.spec.Ordered;
import io.cradle.training.oracle.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the true simulator makes of the same frames.
 *
 * @param verdict of its particle filters
 * @param particles of the larger one
 * @param seconds that both filters took, over all tasks
 * @param explained fraction of explainable bits of each model but copy-last, by name: (copy-last − model) / (copy-last − oracle) on the
 *     filtered episodes, 0 as copy-last, 1 as the oracle; empty where there is no oracle
 * @param chaos when half of the restarts from the true state, off by a millionth, are lost
 */
public record OracleResult(
        Verdict verdict, int particles, double seconds, Map<String, Interval> explained, ModelResult.Horizon chaos) {
    public OracleResult {
        explained = Ordered.copyOf(explained);
    }

    /**
     * Whether it may be called an oracle: particle filters converged, and to surely fewer bits than copy-last. One that lost the world
     * may converge too, all particles being equally wrong.
     */
    public boolean isOracle() {
        return verdict.isOracle() && !explained.isEmpty();
    }

    /**
     * The fraction of explainable bits of one model.
     *
     * @param copy copy-last's bits of each episode
     * @param model the model's
     * @param oracle the oracle's
     * @return empty where the oracle does not surely do better than copy-last
     */
    public static Optional<Interval> explained(
            List<Double> copy, List<Double> model, List<Double> oracle, Bootstrap bootstrap) {
        double[] gained = difference(copy, model);
        double[] gainable = difference(copy, oracle);
        return bootstrap.ratio(gained, gainable);
    }

    private static double[] difference(List<Double> left, List<Double> right) {
        return IntStream.range(0, left.size())
                .mapToDouble(i -> left.get(i) - right.get(i))
                .toArray();
    }
}
