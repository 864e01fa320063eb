package io.cradle.dataset.score;

import io.cradle.dataset.spec.Tensor;
import java.util.Arrays;

/**
 * What is wrong with time stamps.
 *
 * @param longestGap longest time between two steps over the median one; 1 for fewer than two steps
 * @param backwards steps whose stamp is not after the one before
 */
record TimeFaults(double longestGap, int backwards) {
    /** Of a tensor {@code time}, int64 ns, a scalar a step. */
    static TimeFaults of(Tensor time) {
        long[] gaps = new long[Math.max(0, time.rows() - 1)];
        int backwards = 0;
        for (int t = 0; t < gaps.length; t++) {
            gaps[t] = time.integer(t + 1, 0) - time.integer(t, 0);
            backwards += gaps[t] <= 0 ? 1 : 0;
        }
        Arrays.sort(gaps);
        long median = gaps.length == 0 ? 0 : gaps[gaps.length / 2];
        double longest = median <= 0 ? 1 : (double) gaps[gaps.length - 1] / median;
        return new TimeFaults(Math.max(1, longest), backwards);
    }
}
