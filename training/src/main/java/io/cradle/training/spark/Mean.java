package io.cradle.training.spark;

import io.cradle.training.learner.LearnerState;
import io.cradle.training.model.Floats;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The mean of workers, each weighted by the examples that it fitted, summed in float64 in the order of the workers. */
final class Mean {
    private static final int CHUNK = 1 << 16;

    private Mean() {}

    /**
     * Of those that fitted something; in whatever order they came.
     *
     * @param results at least one with an end, all of one layout
     */
    static LearnerState of(List<WorkerResult> results) {
        List<WorkerResult> workers = results.stream()
                .filter(each -> each.end().isPresent())
                .sorted(Comparator.comparingInt(WorkerResult::worker))
                .toList();
        LearnerState first = workers.get(0).end().orElseThrow();
        workers.forEach(each -> each.end().orElseThrow().requireLayout(first.layout()));
        double[] weights = workers.stream().mapToDouble(WorkerResult::examples).toArray();
        return new LearnerState(
                first.layout(),
                mean(vectors(workers, LearnerState::parameters), weights),
                mean(vectors(workers, LearnerState::moments), weights),
                workers.stream()
                        .mapToInt(each -> each.end().orElseThrow().steps())
                        .max()
                        .orElseThrow());
    }

    private static List<Floats> vectors(List<WorkerResult> workers, Function<LearnerState, Floats> part) {
        return workers.stream()
                .map(each -> part.apply(each.end().orElseThrow()))
                .toList();
    }

    /**
     * Σ w x / Σ w of each place.
     *
     * @param vectors of one size
     * @param weights of each, not all 0
     */
    static Floats mean(List<Floats> vectors, double[] weights) {
        float[] mean = new float[vectors.get(0).size()];
        double whole = 0;
        for (double weight : weights) {
            whole += weight;
        }
        double all = whole;
        IntStream.range(0, (mean.length + CHUNK - 1) / CHUNK)
                .parallel() // each place is one thread's alone: no order matters
                .forEach(chunk -> fill(mean, chunk * CHUNK, vectors, weights, all));
        return Floats.owning(mean);
    }

    private static void fill(float[] mean, int from, List<Floats> vectors, double[] weights, double whole) {
        int to = Math.min(mean.length, from + CHUNK);
        double[] sum = new double[to - from];
        for (int k = 0; k < weights.length; k++) {
            Floats vector = vectors.get(k);
            for (int i = from; i < to; i++) {
                sum[i - from] += weights[k] * vector.at(i);
            }
        }
        for (int i = from; i < to; i++) {
            mean[i] = (float) (sum[i - from] / whole);
        }
    }
}
