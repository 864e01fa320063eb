package io.cradle.training.oracle;

import io.cradle.training.model.Recording;
import java.util.SplittableRandom;

/**
 * A dot on a ring that is pushed at random: speed' = keep · speed + push · n, x' = x + speed', where n is drawn from the standard normal
 * distribution. With {@code keep} 0 it is a random walk, with 1 a constant speed with noise.
 *
 * @param keep 0 or 1, so that speeds stay on the lattice of {@link #exactBits}
 * @param push m a step
 */
record WanderingDot(int keep, double push) implements Toy.Rule {
    private static final int FINE = 16; // places a metre
    private static final int FASTEST = 6; // metres a step, either way
    private static final int SPEEDS = 2 * FASTEST * FINE + 1;

    @Override
    public Toy.Dot start(SplittableRandom random, long seed) {
        return new Toy.Dot(random.nextDouble() * Toy.PIXELS, random.nextDouble() * 2 - 1, seed);
    }

    @Override
    public Toy.Dot next(Toy.Dot dot) {
        double speed = keep * dot.speed() + push * dot.noise().nextGaussian();
        return dot.at(dot.x() + speed, speed);
    }

    @Override
    public boolean ink(Toy.Dot dot, int pixel) {
        return pixel == dot.pixel();
    }

    /** The bits of each frame given those before it: forward recursion over a lattice of places and speeds. */
    double[] exactBits(Recording recording) {
        double[][] mass = new double[Toy.PIXELS * FINE][SPEEDS];
        for (double[] place : mass) {
            for (int v = -FINE; v <= FINE; v++) {
                place[v + FASTEST * FINE] = Math.abs(v) == FINE ? 0.5 : 1;
            }
        }
        double[] bits = new double[recording.steps()];
        double before = seen(mass, recording.frame(0));
        for (int t = 1; t < bits.length; t++) {
            mass = after(mass);
            double now = seen(mass, recording.frame(t));
            bits[t] = -Math.log(now / before) / Math.log(2);
            before = now;
        }
        return bits;
    }

    /** Takes away what was not seen; what is left, in total. */
    private static double seen(double[][] mass, float[] frame) {
        double left = 0;
        for (int x = 0; x < mass.length; x++) {
            for (int v = 0; v < SPEEDS; v++) {
                mass[x][v] *= frame[x / FINE];
                left += mass[x][v];
            }
        }
        return left;
    }

    private double[][] after(double[][] mass) {
        int reach = (int) Math.ceil(5 * push * FINE);
        double[] normal = normal(reach);
        double[][] after = new double[mass.length][SPEEDS];
        for (int x = 0; x < mass.length; x++) {
            for (int v = 0; v < SPEEDS; v++) {
                int kept = keep * (v - FASTEST * FINE);
                for (int n = -reach; n <= reach && mass[x][v] > 0; n++) {
                    int speed = Math.max(-FASTEST * FINE, Math.min(FASTEST * FINE, kept + n));
                    after[Math.floorMod(x + speed, mass.length)][speed + FASTEST * FINE] +=
                            mass[x][v] * normal[n + reach];
                }
            }
        }
        return after;
    }

    private double[] normal(int reach) {
        double[] normal = new double[2 * reach + 1];
        double sum = 0;
        for (int n = -reach; n <= reach; n++) {
            double z = n / (push * FINE);
            normal[n + reach] = Math.exp(-z * z / 2);
            sum += normal[n + reach];
        }
        for (int n = 0; n < normal.length; n++) {
            normal[n] /= sum;
        }
        return normal;
    }
}
