package io.cradle.dataset.score;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Seeds;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an episode shows, in 256 bytes by which near duplicates are found: a MinHash of the set of its first frame's pixels
 * and of all later changes, each with its step and place. Of two sketches the share of equal slots estimates
 * the Jaccard similarity of the two sets, with a standard deviation of √(s (1 − s) / 128). Episodes without frames are
 * sketched by the cells of their observed numbers. The same scene begun at another step is not alike.
 *
 * <p>One permutation is hashed and its range divided into slots: Li, Owen, Zhang, "One Permutation Hashing" (2012); empty
 * slots are filled by Shrivastava, "Optimal Densification for Fast and Accurate Minwise Hashing" (2017); slots
 * are cut to 16 bits: Li, König, "b-Bit Minwise Hashing" (2010), which adds 2⁻¹⁶ to the chance of equal slots.
 */
public final class Sketch implements Serializable {
    /** Slots of every sketch. */
    public static final int SLOTS = 128;

    private static final int SLOT_BITS = 7;
    private static final int BLANK = 0;
    /** In place of a cell, where nothing was measured. */
    private static final int ABSENT = Integer.MIN_VALUE;

    private final short[] slots;

    private Sketch(short[] slots) {
        this.slots = slots;
    }

    /** Of an episode. */
    public static Sketch of(Episode episode, Scoring scoring) {
        Minima minima = new Minima();
        Optional<Film> film = Film.of(episode);
        if (film.isPresent()) {
            film.get().changes(scoring.sketchLevels(), minima::add);
        } else {
            changes(Signal.of(episode), scoring.sketchLevels(), minima);
        }
        return new Sketch(minima.slots());
    }

    private static void changes(List<Signal> signals, int levels, Minima minima) {
        int place = 0;
        for (Signal signal : signals) {
            for (int channel = 0; signal.observed() && channel < signal.channels(); channel++) {
                changes(signal, channel, levels, place++, minima);
            }
        }
    }

    private static void changes(Signal signal, int channel, int levels, int place, Minima minima) {
        int before = ABSENT;
        for (int t = 0; t < signal.steps(); t++) {
            int cell = signal.there(t, channel) ? cell(signal, channel, t, levels) : ABSENT;
            if (cell != before) {
                minima.add(t, place, cell);
            }
            before = cell;
        }
    }

    private static int cell(Signal signal, int channel, int t, int levels) {
        double range = signal.spec().high() - signal.spec().low();
        return (int) Math.floor(levels * (signal.at(t, channel) - signal.spec().low()) / (range > 0 ? range : 1));
    }

    /** From {@link #bytes}. */
    public static Sketch ofBytes(byte[] bytes) {
        if (bytes.length != SLOTS * Short.BYTES) {
            throw new IllegalArgumentException(
                    "Invalid sketch of %d bytes: must be %d".formatted(bytes.length, SLOTS * Short.BYTES));
        }
        short[] slots = new short[SLOTS];
        ByteBuffer.wrap(bytes).asShortBuffer().get(slots);
        return new Sketch(slots);
    }

    /** 256 bytes. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SLOTS * Short.BYTES);
        bytes.asShortBuffer().put(slots);
        return bytes.array();
    }

    /** Share of slots that are equal, from 0 to 1: the estimated Jaccard similarity. */
    public double similarity(Sketch that) {
        int equal = 0;
        for (int i = 0; i < SLOTS; i++) {
            equal += slots[i] == that.slots[i] ? 1 : 0;
        }
        return (double) equal / SLOTS;
    }

    /** A number that two sketches share if {@code rows} slots from {@code band * rows} are equal. */
    public long band(int band, int rows) {
        long key = Seeds.child(band, rows);
        for (int i = band * rows; i < (band + 1) * rows; i++) {
            key = Seeds.child(key, slots[i]);
        }
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch that && Arrays.equals(slots, that.slots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slots);
    }

    /** The least hash that fell into each slot. */
    private static final class Minima {
        private final long[] least = new long[SLOTS];

        Minima() {
            Arrays.fill(least, Long.MAX_VALUE);
        }

        void add(int t, int place, int level) {
            long hash = Seeds.child(((long) t << Integer.SIZE) | Integer.toUnsignedLong(place), level);
            int slot = (int) (hash >>> (Long.SIZE - SLOT_BITS));
            long rest = hash & (-1L >>> SLOT_BITS);
            least[slot] = Math.min(least[slot], rest);
        }

        short[] slots() {
            short[] slots = new short[SLOTS];
            boolean blank = Arrays.stream(least).allMatch(each -> each == Long.MAX_VALUE);
            for (int i = 0; i < SLOTS; i++) {
                slots[i] = blank ? BLANK : (short) Seeds.child(least[donor(i)], i);
            }
            return slots;
        }

        /** The slot itself, or for an empty one the first that is not in a sequence that is the same for all sketches. */
        private int donor(int slot) {
            int donor = slot;
            for (int attempt = 0; least[donor] == Long.MAX_VALUE; attempt++) {
                donor = (int) Long.remainderUnsigned(Seeds.child(slot, attempt), SLOTS);
            }
            return donor;
        }
    }
}
