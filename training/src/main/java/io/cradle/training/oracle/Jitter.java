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
        return new double[] {
            position * random.nextGaussian(),
            position * random.nextGaussian(),
            angle * random.nextGaussian(),
            velocity * random.nextGaussian(),
            velocity * random.nextGaussian(),
            spin * random.nextGaussian()
        };
    }
}
