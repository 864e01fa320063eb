package io.cradle.ingest.take;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Numbers that one stream gave over time, {@code [T, C]}, each row with its stamp in ns. Not to be changed once built. What
 * was recorded as none or infinite stays what it is.
 */
public final class Track {
    private final String name;
    private final Role role;
    private final List<String> channels;
    private final List<String> units;
    private final long[] times;
    private final float[] values;
    private final int width;

    private Track(Builder builder) {
        this.name = builder.name;
        this.role = builder.role;
        this.channels = builder.channels;
        this.width = channels.size();
        this.units = builder.units;
        this.times = Arrays.copyOf(builder.times, builder.steps);
        this.values = Arrays.copyOf(builder.values, builder.steps * channels.size());
    }

    /**
     * Begins one.
     *
     * @param name as the source has it, such as {@code observation.state}
     * @param role what the format takes it for
     * @param channels names of its C numbers, at least one
     */
    public static Builder named(String name, Role role, List<String> channels) {
        return new Builder(name, role, channels);
    }

    /** The same rows at other stamps: row t at {@code t / rate}. */
    public Track paced(double rate) {
        Builder paced = new Builder(name, role, channels).in(units);
        for (int step = 0; step < steps(); step++) {
            paced.add(new RowClock(rate).time(step), row(step));
        }
        return paced.build();
    }

    /** As the source has it. */
    public String name() {
        return name;
    }

    /** What the format takes it for. */
    public Role role() {
        return role;
    }

    /** Names of its C numbers. */
    public List<String> channels() {
        return channels;
    }

    /** SI units of its C numbers, as far as the source tells: {@code 1} otherwise. */
    public List<String> units() {
        return units;
    }

    /**
     * Where a row holds the action that led to it: each row with the numbers of the one behind it, so that they lead on from here. The last row has
     * none.
     */
    public Track leading() {
        Builder leading = new Builder(name, role, channels).in(units);
        for (int step = 0; step + 1 < steps(); step++) {
            leading.add(times[step], row(step + 1));
        }
        return leading.build();
    }

    private float[] row(int step) {
        return Arrays.copyOfRange(values, step * channels.size(), (step + 1) * channels.size());
    }

    /** T. */
    public int steps() {
        return times.length;
    }

    /** Stamps of all rows in ns, {@code [T]}, a copy. */
    public long[] times() {
        return times.clone();
    }

    /** Stamp of a row in ns. */
    public long time(int step) {
        return times[step];
    }

    /** A number of a row. */
    public float value(int step, int channel) {
        return values[step * width + channel];
    }

    /** Collects rows. */
    public static final class Builder {
        private static final int FIRST = 16;

        private final String name;
        private final Role role;
        private final List<String> channels;
        private List<String> units;
        private long[] times = new long[FIRST];
        private float[] values;
        private int steps;

        private Builder(String name, Role role, List<String> channels) {
            if (channels.isEmpty()) {
                throw new IllegalArgumentException("Invalid stream '%s': it has no channel".formatted(name));
            }
            this.name = name;
            this.role = role;
            this.channels = List.copyOf(channels);
            this.units = Collections.nCopies(channels.size(), "1");
            this.values = new float[FIRST * channels.size()];
        }

        /**
         * Says what units its numbers are in.
         *
         * @param si SI units, one a channel
         */
        public Builder in(List<String> si) {
            if (si.size() != channels.size()) {
                throw new IllegalArgumentException(
                        "Invalid units %s of stream '%s': it has %d channels".formatted(si, name, channels.size()));
            }
            units = List.copyOf(si);
            return this;
        }

        /**
         * Adds a row.
         *
         * @param time stamp in ns
         * @param row {@code [C]}
         */
        public Builder add(long time, float... row) {
            if (row.length != channels.size()) {
                throw new IllegalArgumentException("Invalid row %d of stream '%s': %d numbers for %d channels"
                        .formatted(steps, name, row.length, channels.size()));
            }
            if (steps == times.length) {
                times = Arrays.copyOf(times, 2 * steps);
                values = Arrays.copyOf(values, 2 * steps * row.length);
            }
            System.arraycopy(row, 0, values, steps * row.length, row.length);
            times[steps++] = time;
            return this;
        }

        /** Rows so far. */
        public int steps() {
            return steps;
        }

        /** The stream. */
        public Track build() {
            return new Track(this);
        }
    }
}
