package io.cradle.training.dl4j;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * The step size of each step: from nothing up to {@code most} in equal parts, then down to a twentieth of it along half a period of a
 * cosine (Loshchilov, Hutter, "SGDR", 2017, eq. 5, without restarts). It depends on the step alone, not on how steps are cut into rounds.
 *
 * @param most the greatest, above 0
 * @param warmup steps until it is reached, at least 0
 * @param steps of the whole training, more than {@code warmup}; beyond them it stays at its least
 */
public record LearningRate(double most, int warmup, int steps) implements ISchedule {
    private static final double END = 1.0 / 20;

    public LearningRate {
        if (!(most > 0) || Double.isInfinite(most) || warmup < 0 || steps <= warmup) {
            throw new IllegalArgumentException(
                    "Invalid learning rate most=%s, warmup=%d, steps=%d: must be above 0 and finite, at least 0, and more than the warm-up"
                            .formatted(most, warmup, steps));
        }
    }

    /** In this step, counted from 0. */
    public double at(int step) {
        if (step < warmup) {
            return most * (step + 1) / (warmup + 1);
        }
        double progress = Math.min(1, (double) (step - warmup) / Math.max(1, steps - 1 - warmup));
        return most * (END + (1 - END) * (1 + Math.cos(Math.PI * progress)) / 2);
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return at(iteration);
    }

    @Override
    public LearningRate clone() {
        return this;
    }
}
