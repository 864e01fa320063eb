package io.cradle.ingest.align;

import io.cradle.ingest.take.Track;

/** When the steps of an episode are. */
public final class Clock {
    private final long first;
    private final double rate;
    private final long steps;
    private final Track stamps;

    private Clock(long first, double rate, long steps, Track stamps) {
        this.first = first;
        this.rate = rate;
        this.steps = steps;
        this.stamps = stamps;
    }

    /**
     * Steps at an even rate.
     *
     * @param first time of step 0 in ns
     * @param last no step is later, but for half a step
     * @param rate Hz, above 0
     */
    public static Clock even(long first, long last, double rate) {
        long steps = (long) Math.floor((last - first) * (rate / 1e9) + 0.5) + 1;
        return new Clock(first, rate, Math.max(1, steps), null);
    }

    /** Steps at an even rate without an end. */
    public static Clock endless(long first, double rate) {
        return new Clock(first, rate, Long.MAX_VALUE, null);
    }

    /** Steps at the stamps of a stream. */
    public static Clock of(Track stamps) {
        return new Clock(0, 0, stamps.steps(), stamps);
    }

    /** How many steps there are; {@link Long#MAX_VALUE} without an end. */
    public long steps() {
        return steps;
    }

    /** Time of a step in ns. */
    public long time(long step) {
        return stamps == null ? first + Math.round(step * (1e9 / rate)) : stamps.time(Math.toIntExact(step));
    }

    /** Mean time between two steps in ns; 0 where there is only one. */
    public double period() {
        if (stamps == null) {
            return 1e9 / rate;
        }
        return steps < 2 ? 0 : (double) (time(steps - 1) - time(0)) / (steps - 1);
    }
}
