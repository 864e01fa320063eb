package io.cradle.ingest.align;

import io.cradle.ingest.take.Track;

/**
 * What a stream is worth at times that only go forward. A value counts as measured where the stream covers the time: between
 * two stamps that are not further apart than allowed, or for HOLD and NEAREST not further from a stamp than that.
 */
public final class Follower {
    /** Of the median time between two stamps: how far beyond its ends a stream still counts. */
    private static final double BEYOND = 0.75;

    private final Track track;
    private final Interpolation interpolation;
    private final double longest;
    private final double beyond;
    private int before;

    /**
     * Follows a stream from its begin.
     *
     * @param longest greatest time between two stamps, in ns, that is bridged; infinite bridges any
     */
    public Follower(Track track, Interpolation interpolation, double longest) {
        this.track = track;
        this.interpolation = interpolation;
        this.longest = longest;
        this.beyond = Math.min(longest, BEYOND * Stamps.median(track));
    }

    /**
     * Moves to a time.
     *
     * @param time in ns, not before the last one
     * @param row {@code [C]}, filled with the values; with the last ones known where nothing was measured
     * @return whether that was measured
     */
    public boolean at(long time, float[] row) {
        while (before + 1 < track.steps() && track.time(before + 1) <= time) {
            before++;
        }
        long earlier = track.time(before);
        if (time <= earlier || before + 1 == track.steps()) {
            copy(before, row);
            return Math.abs(time - earlier) <= beyond;
        }
        return between(time, earlier, track.time(before + 1), row);
    }

    private boolean between(long time, long earlier, long later, float[] row) {
        switch (interpolation) {
            case HOLD -> copy(before, row);
            case NEAREST -> copy(time - earlier <= later - time ? before : before + 1, row);
            case LINEAR -> mix((double) (time - earlier) / (later - earlier), row);
        }
        return interpolation == Interpolation.NEAREST
                ? Math.min(time - earlier, later - time) <= longest
                : later - earlier <= longest;
    }

    private void copy(int step, float[] row) {
        for (int channel = 0; channel < row.length; channel++) {
            row[channel] = track.value(step, channel);
        }
    }

    private void mix(double part, float[] row) {
        for (int channel = 0; channel < row.length; channel++) {
            double from = track.value(before, channel);
            row[channel] = (float) (from + part * (track.value(before + 1, channel) - from));
        }
    }
}
