package io.cradle.training.spark;

import io.cradle.training.model.Floats;

/**
 * Goes from an average of parameters to those that the next round starts from. Keeps a velocity from round to round. With Δ what
 * the parameters were before the round, less their average after it:
 *
 * <ul>
 *   <li>{@link Outer#AVERAGE}: θ = the average, bit for bit;
 *   <li>{@link Outer#DILOCO}: v ← μ v + Δ, θ ← θ − η (Δ + μ v);
 *   <li>{@link Outer#SLOWMO}: v ← μ v + Δ / γ, θ ← θ − η γ v, with γ the workers' step size, so that a step size that decays does
 *       not leave a velocity that is too great.
 * </ul>
 */
final class OuterOptimizer {
    private final OuterConfig config;
    private float[] velocity;

    /**
     * As it was left.
     *
     * @param velocity {@code [parameters]}; empty at rest
     */
    OuterOptimizer(OuterConfig config, Floats velocity) {
        this.config = config;
        this.velocity = velocity.values();
    }

    /** {@code [parameters]}; empty at rest, and of {@link Outer#AVERAGE} always. */
    Floats velocity() {
        return Floats.of(velocity);
    }

    /** Whether {@link #next} looks at the workers' step size. */
    boolean needsLearningRate() {
        return config.method() == Outer.SLOWMO;
    }

    /** Forgets the velocity: rounds of another length make changes of another size. */
    void rest() {
        velocity = new float[0];
    }

    /**
     * Parameters that the next round starts from.
     *
     * @param before {@code [parameters]} that this round started from
     * @param average {@code [parameters]} of those that it ended in
     * @param learningRate γ in this round
     */
    Floats next(Floats before, Floats average, double learningRate) {
        if (config.method() == Outer.AVERAGE) {
            return average;
        }
        if (velocity.length == 0) {
            velocity = new float[before.size()];
        }
        float[] next = new float[before.size()];
        for (int i = 0; i < next.length; i++) {
            next[i] = (float)
                    (before.at(i) - config.rate() * step(i, (double) before.at(i) - average.at(i), learningRate));
        }
        return Floats.owning(next);
    }

    private double step(int i, double change, double learningRate) {
        boolean nesterov = config.method() == Outer.DILOCO;
        velocity[i] = (float) (config.momentum() * velocity[i] + (nesterov ? change : change / learningRate));
        return nesterov ? change + config.momentum() * velocity[i] : learningRate * velocity[i];
    }
}
