package io.cradle.dataset.table;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Levels, by which Parquet tells where lists begin and what is null: runs of one value, and runs of packed bits (Parquet's
 * encoding RLE). Lists are long here, so that nearly all is runs of one value, which Parquet's own decoder gives out one
 * by one.
 */
final class Levels {
    private final ByteBuffer bytes;
    private final int width;
    private final int count;

    /** Takes the levels at the position of a page, where their length stands first; leaves it behind them. */
    private Levels(ByteBuffer page, int width, int count) throws IOException {
        int size = page.getInt();
        if (size < 0 || size > page.remaining()) {
            throw new IOException("levels of a page have %d bytes of %d".formatted(size, page.remaining()));
        }
        bytes = page.slice(page.position(), size);
        page.position(page.position() + size);
        this.width = width;
        this.count = count;
    }

    /**
     * Finds the beginnings of lists: levels that are 0, where others are 1.
     *
     * @param page at the levels; afterwards behind them
     * @param count of levels
     * @param starts is filled with the numbers of the first of them
     * @return how many there are
     */
    static int starts(ByteBuffer page, int count, int[] starts) throws IOException {
        Starts found = new Starts(starts);
        new Levels(page, 1, count).forEachRun((first, run, level) -> found.add(first, level == 0 ? run : 0));
        return found.count;
    }

    /**
     * Counts the levels that are the greatest, which are values that aren't null.
     *
     * @param page at the levels; afterwards behind them
     * @param count of levels
     * @param most the greatest level, at least 1
     */
    static int present(ByteBuffer page, int count, int most) throws IOException {
        int[] present = {0};
        new Levels(page, Integer.SIZE - Integer.numberOfLeadingZeros(most), count)
                .forEachRun((first, run, level) -> present[0] += level == most ? run : 0);
        return present[0];
    }

    /** Told of levels that are the same: the number of the first, how many, and what they are. */
    private interface Run {
        void of(int first, int run, int level);
    }

    private static final class Starts {
        private final int[] starts;
        private int count;

        Starts(int[] starts) {
            this.starts = starts;
        }

        void add(int first, int run) {
            for (int i = 0; i < Math.min(run, starts.length - count); i++) {
                starts[count + i] = first + i;
            }
            count += run;
        }
    }

    private void forEachRun(Run told) {
        int level = 0;
        while (level < count) {
            int header = varint();
            int left = count - level;
            if ((header & 1) == 0) {
                int run = Math.min(header >>> 1, left);
                told.of(level, run, Byte.toUnsignedInt(bytes.get()));
                level += run;
            } else {
                int run = (int) Math.min((header >>> 1) * (long) Byte.SIZE, left);
                packed(level, run, told);
                level += run;
            }
        }
    }

    /** Groups of eight levels, packed least significant bit first. */
    private void packed(int first, int run, Run told) {
        for (int i = 0; i < run; i += Byte.SIZE) {
            long group = 0;
            for (int part = 0; part < width; part++) {
                group |= Byte.toUnsignedLong(bytes.get()) << (part * Byte.SIZE);
            }
            for (int j = 0; j < Math.min(Byte.SIZE, run - i); j++) {
                told.of(first + i + j, 1, (int) (group >>> (j * width)) & ((1 << width) - 1));
            }
        }
    }

    private int varint() {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                break;
            }
        }
        return value;
    }
}
