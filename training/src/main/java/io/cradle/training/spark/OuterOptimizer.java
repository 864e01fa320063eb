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
    private final Outer method;
    private final double rate;
    private final double momentum;
    private float[] velocity;

    /**
     * As it was left.
     *
     * @param rate η, above 0
     * @param momentum μ, in [0, 1)
     * @param velocity {@code [parameters]}; empty at rest
     */
    OuterOptimizer(Outer method, double rate, double momentum, Floats velocity) {
        this.method = method;
        this.rate = rate;
        this.momentum = momentum;
        this.velocity = velocity.values();
    }

    /** {@code [parameters]}; empty at rest, and of {@link Outer#AVERAGE} always. */
    Floats velocity() {
        return Floats.of(velocity);
    }

    /**
     * Parameters that the next round starts from.
     *
     * @param before {@code [parameters]} that this round started from
     * @param average {@code [parameters]} of those that it ended in
     * @param learningRate γ in this round
     */
    float[] next(float[] before, float[] average, double learningRate) {
        if (method == Outer.AVERAGE) {
            return average;
        }
        if (velocity.length == 0) {
            velocity = new float[before.length];
        }
        float[] next = new float[before.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = (float) (before[i] - rate * step(i, (double) before[i] - average[i], learningRate));
        }
        return next;
    }

    private double step(int i, double change, double learningRate) {
        boolean nesterov = method == Outer.DILOCO;
        velocity[i] = (float) (momentum * velocity[i] + (nesterov ? change : change / learningRate));
        return nesterov ? change + momentum * velocity[i] : learningRate * velocity[i];
    }
}
