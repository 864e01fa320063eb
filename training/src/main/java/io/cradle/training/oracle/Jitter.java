package io.cradle.training.oracle;

import java.util.SplittableRandom;

/**
 * How far copies of a particle are moved apart, as standard deviations.
 *
 * @param position m
 * @param angle rad
 * @param velocity m/s
 * @param spin rad/s
 */
public record Jitter(double position, double angle, double velocity, double spin) {
    /** A tenth of a pixel, and what it comes to in a step, in the worlds of boxLCD. */
    public static final Jitter SMALL = new Jitter(0.02, 0.03, 0.08, 0.1);

    /** The same, so many times as large. */
    Jitter times(double factor) {
        return new Jitter(factor * position, factor * angle, factor * velocity, factor * spin);
    }

    /** {@code [6]} x, y, angle, vx, vy, spin. */
    double[] draw(SplittableRandom random) {
        double[] drawn = deviations();
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] *= random.nextGaussian();
        }
        return drawn;
    }

    /** The same, where no deviation is more than a share of those from {@code first} on. */
    double[] draw(SplittableRandom random, double[] spread, int first, double share) {
        double[] drawn = deviations();
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = Math.min(drawn[i], share * spread[first + i]) * random.nextGaussian();
        }
        return drawn;
    }

    private double[] deviations() {
        return new double[] {position, position, angle, velocity, velocity, spin};
    }
}
