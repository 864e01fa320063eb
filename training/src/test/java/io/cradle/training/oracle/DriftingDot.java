package io.cradle.training.oracle;

import io.cradle.training.model.Recording;
import java.util.SplittableRandom;

/**
 * A dot on a ring that goes at a constant speed from −1 to 1 m a step and is seen by the pixel that it is in. Starts and speeds are spread
 * evenly, so that what follows can be summed up exactly.
 */
record DriftingDot() implements Toy.Rule {
    @Override
    public Toy.Dot start(SplittableRandom random, long seed) {
        return new Toy.Dot(random.nextDouble() * Toy.PIXELS, random.nextDouble() * 2 - 1, seed);
    }

    @Override
    public Toy.Dot next(Toy.Dot dot) {
        return dot.at(dot.x() + dot.speed(), dot.speed());
    }

    @Override
    public boolean ink(Toy.Dot dot, int pixel) {
        return pixel == dot.pixel();
    }

    /** The probability of each frame of an episode given those before it, in bits, summed over a fine grid of starts and speeds. */
    double[] exactBits(Recording recording) {
        int fine = 64;
        double[] left = new double[recording.steps()];
        for (int i = 0; i < Toy.PIXELS * fine; i++) {
            for (int j = 0; j < 400; j++) {
                Toy.Dot dot = new Toy.Dot((i + 0.5) / fine, (j + 0.5) / 200 - 1, 0);
                for (int t = 0; t < left.length && recording.frame(t)[dot.pixel()] > 0; t++) {
                    left[t]++;
                    dot = next(dot);
                }
            }
        }
        double[] bits = new double[recording.steps()];
        for (int t = 1; t < bits.length; t++) {
            bits[t] = -Math.log(left[t] / left[t - 1]) / Math.log(2);
        }
        return bits;
    }
}
