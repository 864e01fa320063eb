package io.cradle.jobs.mlflow;

import io.cradle.jobs.report.TrainingRun;
import io.cradle.training.spark.RoundLog;
import java.time.Instant;
import java.util.Optional;

/**
 * A training, and when it was.
 *
 * @param run what is known of it
 * @param begun about when
 * @param ended empty while it goes on
 */
public record LoggedRun(TrainingRun run, Instant begun, Optional<Instant> ended) {
    /** The same for this training however far it is, and for no other: how its first round went, to the last bit. */
    String identity() {
        RoundLog first = run.rounds().get(0);
        return "%016x%016x".formatted(bits(first.loss()), bits(first.seconds()));
    }

    private static long bits(double number) {
        return Double.doubleToLongBits(number);
    }
}
