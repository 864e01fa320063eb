package io.cradle.rollout.world;

import io.cradle.dataset.spec.Seeds;

/** Random numbers that are a pure function of a seed on every Java: the n-th is made of the seed's n-th child. */
public final class Draws {
    private final long seed;
    private long drawn;

    public Draws(long seed) {
        this.seed = seed;
    }

    /** Uniform in [low, high), 53 bits. */
    public double uniform(double low, double high) {
        return low + (high - low) * (Seeds.child(seed, drawn++) >>> 11) * 0x1p-53;
    }

    /**
     * Standard normal, from two uniform numbers (Box and Muller 1958, "A note on the generation of random normal
     * deviates"); StrictMath, so that all machines agree.
     */
    public double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(0, 1)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(0, 1));
    }

    /** Uniform in the range. */
    double uniform(Range range) {
        return uniform(range.low(), range.high());
    }

    /** Uniform in 0 … {@code below} - 1. */
    int below(int below) {
        return (int) uniform(0, below);
    }
}
