package io.cradle.training.oracle;

import java.io.Serializable;
import java.util.List;

/**
 * What a particle filter made of one episode.
 *
 * @param episode its id
 * @param particles N
 * @param bits −log2 of the probability of each frame given all before it, from the first scored frame on
 * @param effective effective sample size after each of these frames
 */
public record Filtered(String episode, int particles, List<Double> bits, List<Double> effective)
        implements Serializable {
    public Filtered {
        bits = List.copyOf(bits);
        effective = List.copyOf(effective);
    }

    /** Mean over frames. */
    public double bitsPerFrame() {
        return bits.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** The least effective sample size. */
    public double least() {
        return effective.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
