package io.cradle.dataset.statistics;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.kll.KllSketch;
import org.apache.datasketches.memory.Memory;

/**
 * Quantiles of any number of finite numbers in about ten kilobytes. Karnin, Lang, Liberty (2016), "Optimal quantile
 * approximation in streams". A monoid, added to in place.
 *
 * <p>A quantile's true rank is within {@link #ERROR} of the asked one in 99 of 100 cases. The sketch tosses coins, so that
 * two runs differ within it; up to {@link #EXACT} numbers it keeps them all, and is exact.
 */
final class RankSketch implements Serializable {
    private static final int K = 400;

    /** Normalised rank error of a quantile, at a confidence of 99 %. */
    static final double ERROR = KllSketch.getNormalizedRankError(K, false);

    /** So many numbers are kept as they are. */
    static final int EXACT = K;

    private transient KllDoublesSketch sketch = KllDoublesSketch.newHeapInstance(K);

    /** Takes one more number in. */
    void add(double value) {
        sketch.update(value);
    }

    /** Takes all numbers of another one in. */
    void add(RankSketch that) {
        sketch.merge(that.sketch);
    }

    /**
     * The number at a rank.
     *
     * @param rank share of the numbers below it, from 0 to 1
     * @return NaN if there is no number
     */
    double at(double rank) {
        return sketch.getQuantile(rank);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeObject(sketch.toByteArray());
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        sketch = KllDoublesSketch.heapify(Memory.wrap((byte[]) in.readObject()));
    }
}
