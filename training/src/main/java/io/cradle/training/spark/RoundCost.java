package io.cradle.training.spark;

import java.io.Serializable;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where the wall clock of a round went. {@code load}, {@code idle}, {@code fit}, {@code measure} and {@code gather} are means over workers,
 * {@code send} and {@code aggregate} are the driver's; what is left of {@code work} is Spark's, and waiting for the slowest worker.
 *
 * @param send s, making the broadcast
 * @param work s, from starting the workers until the last answer
 * @param aggregate s, averaging and the outer step
 * @param load s, receiving the parameters and setting them
 * @param idle s, for data
 * @param fit s, steps of the optimiser
 * @param measure s, the loss on VAL
 * @param gather s, copying the parameters out
 * @param sentBytes to each executor
 * @param returnedBytes from all workers
 */
public record RoundCost(
        double send,
        double work,
        double aggregate,
        double load,
        double idle,
        double fit,
        double measure,
        double gather,
        long sentBytes,
        long returnedBytes)
        implements Serializable {
    RoundCost(
            double send,
            double work,
            double aggregate,
            long sentBytes,
            long returnedBytes,
            List<WorkerResult> workers) {
        this(
                send,
                work,
                aggregate,
                mean(workers, Seconds::load),
                mean(workers, Seconds::idle),
                mean(workers, Seconds::fit),
                mean(workers, Seconds::measure),
                mean(workers, Seconds::gather),
                sentBytes,
                returnedBytes);
    }

    private static double mean(List<WorkerResult> workers, ToDoubleFunction<Seconds> part) {
        return workers.stream()
                .mapToDouble(each -> part.applyAsDouble(each.seconds()))
                .average()
                .orElse(0);
    }
}
