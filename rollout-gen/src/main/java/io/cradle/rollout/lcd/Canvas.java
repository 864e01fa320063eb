package io.cradle.rollout.lcd;

import java.util.Arrays;

/** A grid of bits, row 0 at the <em>bottom</em>, each row in words of its own. */
final class Canvas {
    private final int height;
    private final int width;
    private final int wordsPerRow;
    private final long[] words;

    Canvas(int height, int width) {
        this.height = height;
        this.width = width;
        this.wordsPerRow = (width + Long.SIZE - 1) / Long.SIZE;
        this.words = new long[height * wordsPerRow];
    }

    int height() {
        return height;
    }

    void clear() {
        Arrays.fill(words, 0);
    }

    /** Inks columns {@code from} to {@code to}, both included; what lies outside is left out. */
    void span(int row, int from, int to) {
        int first = Math.max(from, 0);
        int last = Math.min(to, width - 1);
        if (row < 0 || row >= height || first > last) {
            return;
        }
        int base = row * wordsPerRow;
        for (int word = first / Long.SIZE; word <= last / Long.SIZE; word++) {
            int low = Math.max(first - word * Long.SIZE, 0);
            int high = Math.min(last - word * Long.SIZE, Long.SIZE - 1);
            words[base + word] |= -1L >>> (Long.SIZE - 1 - (high - low)) << low;
        }
    }

    /**
     * Writes the frame with row 0 at the top, packed least significant bit first, rows one after the other.
     *
     * @param target zeros from {@code offset} on
     */
    void copyTo(byte[] target, int offset) {
        for (int row = 0; row < height; row++) {
            int bit = (height - 1 - row) * width;
            for (int word = 0; word < wordsPerRow; word++) {
                pack(words[row * wordsPerRow + word], target, offset * Byte.SIZE + bit + word * Long.SIZE);
            }
        }
    }

    /** Wipes the ink where another canvas of the same size has some. */
    void erase(Canvas stencil) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= ~stencil.words[i];
        }
    }

    /** Calls for each pixel with ink, {@code row * width + column} with row 0 at the top. */
    void forEachInk(Rasteriser.PixelConsumer consumer) {
        for (int word = 0; word < words.length; word++) {
            int first = (height - 1 - word / wordsPerRow) * width + word % wordsPerRow * Long.SIZE;
            for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                consumer.accept(first + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    /** Sets the bits of a word in an array of bits, from position {@code at} on. */
    private static void pack(long word, byte[] target, int at) {
        int shift = at % Byte.SIZE;
        int index = at / Byte.SIZE;
        target[index] |= (byte) (word << shift);
        for (long rest = word >>> (Byte.SIZE - shift); rest != 0; rest >>>= Byte.SIZE) {
            target[++index] |= (byte) rest;
        }
    }
}
