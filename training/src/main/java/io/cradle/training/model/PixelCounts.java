package io.cradle.training.model;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Tensor;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What the dumb baselines need to know of the training data: how often each pixel is ink, and how often ink follows
 * ink and blank. A monoid: {@link #NONE}, {@link #of}, {@link #merge}; counts are exact, so any order of merging
 * gives the same baselines.
 */
public final class PixelCounts implements Serializable {
    /** Nothing counted; fits frames of any size. */
    public static final PixelCounts NONE = new PixelCounts(0, new long[0], new long[4]);

    private static final int AFTER_INK = 2;

    private final long frames;
    private final long[] ink; // [F]
    private final long[] transitions; // [before * 2 + after], 1 is ink

    private PixelCounts(long frames, long[] ink, long[] transitions) {
        this.frames = frames;
        this.ink = ink;
        this.transitions = transitions;
    }

    /**
     * Counts one episode, or a stretch of one.
     *
     * @param frames {@code [T, H, W]} binary frames of consecutive steps, T at least 1
     */
    public static PixelCounts of(Tensor frames) {
        if (frames.spec().encoding() != Encoding.BITS) {
            throw new IllegalArgumentException("Cannot count ink of tensor '%s': it holds %s; use binary frames"
                    .formatted(frames.spec().name(), frames.spec().encoding()));
        }
        PixelCounts counts =
                new PixelCounts(frames.rows(), new long[frames.spec().elements()], new long[4]);
        byte[] packed = frames.bytes();
        int rowBytes = frames.spec().bytes();
        for (int row = 0; row < frames.rows(); row++) {
            counts.add(packed, row * rowBytes, row == 0 ? -1 : (row - 1) * rowBytes);
        }
        return counts;
    }

    private void add(byte[] packed, int now, int before) {
        for (int pixel = 0; pixel < ink.length; pixel++) {
            int after = bit(packed, now, pixel);
            ink[pixel] += after;
            if (before >= 0) {
                transitions[bit(packed, before, pixel) * AFTER_INK + after]++;
            }
        }
    }

    private static int bit(byte[] packed, int row, int pixel) {
        return packed[row + pixel / Byte.SIZE] >> (pixel % Byte.SIZE) & 1;
    }

    /** The counts of both. */
    public PixelCounts merge(PixelCounts that) {
        if (frames == 0 || that.frames == 0) {
            return frames == 0 ? that : this;
        }
        if (ink.length != that.ink.length) {
            throw new IllegalArgumentException(
                    "Cannot merge counts of frames with %d and %d pixels: they are of different worlds"
                            .formatted(ink.length, that.ink.length));
        }
        return new PixelCounts(frames + that.frames, sum(ink, that.ink), sum(transitions, that.transitions));
    }

    private static long[] sum(long[] left, long[] right) {
        long[] sum = left.clone();
        Arrays.setAll(sum, i -> left[i] + right[i]);
        return sum;
    }

    /** Frames counted. */
    public long frames() {
        return frames;
    }

    /** The baseline that knows where ink usually is, and looks at nothing. */
    public Marginal marginal() {
        requireSome();
        float[] share = new float[ink.length];
        for (int pixel = 0; pixel < share.length; pixel++) {
            share[pixel] = (float) estimate(ink[pixel], frames);
        }
        return new Marginal(share);
    }

    /** The baseline that believes that nothing moves, as far as the data let it. */
    public CopyLast copyLast() {
        requireSome();
        return new CopyLast(after(AFTER_INK), after(0));
    }

    private double after(int before) {
        return estimate(transitions[before + 1], transitions[before] + transitions[before + 1]);
    }

    /**
     * Share of a binary event, kept off 0 and 1: half an event of either kind is added to what was seen (Krichevsky
     * and Trofimov, "The performance of universal encoding", 1981). With nothing seen it is 1/2.
     */
    private static double estimate(long events, long trials) {
        return (events + 0.5) / (trials + 1.0);
    }

    private void requireSome() {
        if (frames == 0) {
            throw new IllegalArgumentException(
                    "Cannot fit baselines: no frame was counted; the TRAIN split of the table is empty");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PixelCounts that
                && frames == that.frames
                && Arrays.equals(ink, that.ink)
                && Arrays.equals(transitions, that.transitions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new long[] {frames, Arrays.hashCode(ink), Arrays.hashCode(transitions)});
    }

    @Override
    public String toString() {
        return "PixelCounts[%d frames, blank->blank, blank->ink, ink->blank, ink->ink = %s]"
                .formatted(frames, Arrays.toString(transitions));
    }
}
