package io.cradle.ingest.take;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** One decoded picture, {@code [H, W, C]} unsigned bytes, row 0 at the top: C is 1 for gray and 3 for red, green, blue. */
public final class Picture {
    private static final int EIGHT = Long.BYTES;
    private static final long LANES = 0x00ff00ff00ff00ffL;
    private static final int LANE_ROWS = 257; // 257 * 255 still is sixteen bits

    private final long time;
    private final int height;
    private final int width;
    private final int channels;
    private final byte[] pixels;
    private final Levels levels;

    /** What a byte of a picture means. */
    public enum Levels {
        /** 0 is black, 255 is white. */
        FULL,
        /** 16 is black, 235 is white, as in most video: ITU-R BT.601, 2.5.1. */
        VIDEO;

        private static final int BLACK = 16;
        private static final int SPAN = 219;
        private static final int WHITE = 255;

        int full(int level) {
            return this == FULL ? level : Math.min(WHITE, Math.max(0, (level - BLACK) * WHITE + SPAN / 2) / SPAN);
        }
    }

    /**
     * A picture that takes over its bytes.
     *
     * @param time stamp in ns
     * @param pixels {@code [H * W * C]}; not to be written to from here on
     */
    public Picture(long time, int height, int width, int channels, byte[] pixels) {
        this(time, height, width, channels, pixels, Levels.FULL);
    }

    /** As the other, with bytes that mean something else; {@link #value} and {@link #mean} are full levels all the same. */
    public Picture(long time, int height, int width, int channels, byte[] pixels, Levels levels) {
        if (pixels.length != height * width * channels) {
            throw new IllegalArgumentException(
                    "Invalid picture of %dx%dx%d: it has %d bytes".formatted(height, width, channels, pixels.length));
        }
        this.time = time;
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.pixels = pixels;
        this.levels = levels;
    }

    /** Stamp in ns. */
    public long time() {
        return time;
    }

    /** H. */
    public int height() {
        return height;
    }

    /** W. */
    public int width() {
        return width;
    }

    /** C. */
    public int channels() {
        return channels;
    }

    /** A number of a pixel, 0 to 255. */
    public int value(int y, int x, int channel) {
        return levels.full(pixels[(y * width + x) * channels + channel] & 0xff);
    }

    /**
     * One number of every pixel, 0 to 255.
     *
     * @param to takes {@code [H * W]} bytes from {@code at} on
     */
    public void copyChannel(int channel, byte[] to, int at) {
        for (int i = 0; i < height * width; i++) {
            to[at + i] = (byte) levels.full(pixels[i * channels + channel] & 0xff);
        }
    }

    /** Mean of {@code count} numbers of pixels whose bytes come to a sum, 0 to 255, rounded. */
    public int mean(long sum, long count) {
        return levels.full((int) ((sum + count / 2) / count));
    }

    /**
     * Sums of the bytes of some rows, number by number of a row: what boxes of pixels are made of. Every byte of every picture of a film passes here,
     * so that it takes eight at once, in lanes of sixteen bits.
     *
     * @param bottom the first row that is not a part
     * @param sums {@code [W * C]}, overwritten
     */
    public void sumRows(int top, int bottom, int[] sums) {
        Arrays.fill(sums, 0);
        for (int from = top; from < bottom; from += LANE_ROWS) {
            addRows(from, Math.min(from + LANE_ROWS, bottom), sums);
        }
    }

    private void addRows(int top, int bottom, int[] sums) {
        ByteBuffer bytes = ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN);
        int row = sums.length;
        int whole = row - row % EIGHT;
        for (int i = 0; i < whole; i += EIGHT) {
            long even = 0;
            long odd = 0;
            for (int at = top * row + i; at < bottom * row; at += row) {
                long eight = bytes.getLong(at);
                even += eight & LANES;
                odd += (eight >>> Byte.SIZE) & LANES;
            }
            spread(even, sums, i);
            spread(odd, sums, i + 1);
        }
        for (int i = whole; i < row; i++) {
            for (int at = top * row + i; at < bottom * row; at += row) {
                sums[i] += pixels[at] & 0xff;
            }
        }
    }

    private static void spread(long lanes, int[] sums, int from) {
        for (int lane = 0; lane < 4; lane++) {
            sums[from + 2 * lane] += (int) ((lanes >>> (lane * Short.SIZE)) & 0xffff);
        }
    }

    /** The same picture at another time. */
    public Picture at(long other) {
        return new Picture(other, height, width, channels, pixels, levels);
    }
}
