package io.cradle.dataset.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;

/** Pearson's test of what was counted. Seeds are fixed, so that a test that holds, holds. */
final class Evenness {
    /** Chance that even draws are taken for uneven. */
    static final double RISK = 1e-3;

    private Evenness() {}

    /** Whether draws spread evenly over what was counted. */
    static void assertEven(long[] counts) {
        double[] even = new double[counts.length];
        Arrays.fill(even, Arrays.stream(counts).average().orElseThrow());
        assertThat(new ChiSquareTest().chiSquare(even, counts))
                .as("chi-square of %s", Arrays.toString(counts))
                .isLessThan(new ChiSquaredDistribution(counts.length - 1).inverseCumulativeProbability(1 - RISK));
    }
}
