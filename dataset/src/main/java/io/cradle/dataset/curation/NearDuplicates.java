package io.cradle.dataset.curation;

import io.cradle.dataset.score.Sketch;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Episodes that show nearly the same, found without comparing all with all: sketches are cut into 16 bands of 8 slots,
 * episodes that share a band meet in a bucket, and in each bucket they are compared with its leaders, the first of the
 * order of {@link Copy} that are not like one another. Which one leaves depends on no order of the data.
 *
 * <p>Of a chain in which each is like the next, all but the first may leave.
 *
 * @param similarity share of equal slots of two sketches from which the later one leaves, in (0, 1]
 */
public record NearDuplicates(double similarity) implements Serializable {
    /** Reason of the verdict on an episode that leaves. */
    public static final String NEAR_DUPLICATE = "near duplicate";
    /** Bands of a sketch. */
    public static final int BANDS = 16;

    private static final int ROWS = Sketch.SLOTS / BANDS;
    /** Bounds the comparisons in a bucket; where more are unlike one another, later ones found nothing to leave for. */
    private static final int MOST_LEADERS = 64;

    public NearDuplicates {
        if (!(similarity > 0 && similarity <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid curate.nearDuplicates.similarity=%s: must be in (0, 1]".formatted(similarity));
        }
    }

    /** The buckets that a sketch falls into, one a band; no two bands share one, but by a chance of 2⁻⁶⁴. */
    public static long[] buckets(Sketch sketch) {
        return IntStream.range(0, BANDS)
                .mapToLong(band -> sketch.band(band, ROWS))
                .toArray();
    }

    /** A sieve for the members of buckets, which come bucket by bucket, and in each in the order of {@link Copy}. */
    public Sieve sieve() {
        return new Sieve(similarity);
    }

    /** Remembers the leaders of one bucket. */
    public static final class Sieve {
        private final double similarity;
        private final List<Sketch> leaders = new ArrayList<>();
        private long bucket;

        private Sieve(double similarity) {
            this.similarity = similarity;
        }

        /** Whether the next member leaves, being like one before it in its bucket. */
        public boolean leaves(long of, Sketch sketch) {
            if (of != bucket) {
                bucket = of;
                leaders.clear();
            }
            if (leaders.stream().anyMatch(leader -> leader.similarity(sketch) >= similarity)) {
                return true;
            }
            if (leaders.size() < MOST_LEADERS) {
                leaders.add(sketch);
            }
            return false;
        }
    }

    /**
     * Probability that two episodes of a true Jaccard similarity below {@link #similarity} are called near duplicates, at
     * most: that of as many equal slots of 128, however they meet. Slots of one permutation deviate less than independent ones.
     */
    public double falsePositiveRate(double trueSimilarity) {
        return 1 - new BinomialDistribution(Sketch.SLOTS, trueSimilarity).cumulativeProbability(needed() - 1);
    }

    /**
     * Probability that two episodes of a true Jaccard similarity above {@link #similarity} are missed, at most: by all bands,
     * or by too few equal slots.
     */
    public double missRate(double trueSimilarity) {
        double neverMeet = Math.pow(1 - Math.pow(trueSimilarity, ROWS), BANDS);
        return Math.min(1, neverMeet + 1 - falsePositiveRate(trueSimilarity));
    }

    private int needed() {
        return (int) Math.ceil(similarity * Sketch.SLOTS);
    }
}
