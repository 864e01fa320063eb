package io.cradle.ingest.take;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * One decoded picture, {@code [H, W, C]} unsigned bytes, row 0 at the top: C is 1 for gray and 3 for red, green, blue. It may show a decoder's own memory,
 * so that nothing is copied: {@link FilmReader#next} says for how long.
 */
public final class Picture {
    private static final int POINTS = 32;
    private static final int EIGHT = Long.BYTES;
    private static final long LANES = 0x00ff00ff00ff00ffL;
    private static final int LANE_ROWS = 257; // 257 * 255 still is sixteen bits

    private final long time;
    private final int height;
    private final int width;
    private final int channels;
    private final ByteBuffer pixels;
    private final int stride;
    private final Levels levels;
    private final Optional<byte[]> points;

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
        this(time, height, width, channels, ByteBuffer.wrap(pixels), width * channels, levels);
        if (pixels.length != height * width * channels) {
            throw invalid(pixels.length);
        }
    }

    /**
     * A picture in memory of somebody else's, such as a decoder's.
     *
     * @param pixels row after row from byte 0 on
     * @param stride bytes from one row to the next, {@code W * C} or more
     */
    public Picture(long time, int height, int width, int channels, ByteBuffer pixels, int stride, Levels levels) {
        this(time, height, width, channels, pixels, stride, levels, Optional.empty());
    }

    private Picture(
            long time,
            int height,
            int width,
            int channels,
            ByteBuffer pixels,
            int stride,
            Levels levels,
            Optional<byte[]> points) {
        this.time = time;
        this.points = points;
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.pixels = pixels.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.stride = stride;
        this.levels = levels;
        if (stride < width * channels || pixels.limit() < (height - 1) * stride + width * channels) {
            throw invalid(pixels.limit());
        }
    }

    private IllegalArgumentException invalid(int bytes) {
        return new IllegalArgumentException(
                "Invalid picture of %dx%dx%d: it has %d bytes".formatted(height, width, channels, bytes));
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
        return levels.full(pixels.get(y * stride + x * channels + channel) & 0xff);
    }

    /**
     * One number of every pixel, 0 to 255.
     *
     * @param to takes {@code [H * W]} bytes from {@code at} on
     */
    public void copyChannel(int channel, byte[] to, int at) {
        byte[] row = new byte[width * channels];
        for (int y = 0; y < height; y++) {
            pixels.get(y * stride, row);
            for (int x = 0; x < width; x++) {
                to[at + y * width + x] = (byte) levels.full(row[x * channels + channel] & 0xff);
            }
        }
    }

    /** Mean of numbers of pixels whose bytes come to a sum, 0 to 255, rounded. */
    public int mean(long sum, Count count) {
        return levels.full(count.mean(sum));
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
        int whole = sums.length - sums.length % EIGHT;
        for (int i = 0; i < whole; i += EIGHT) {
            long even = 0;
            long odd = 0;
            for (int at = top * stride + i; at < bottom * stride; at += stride) {
                long eight = pixels.getLong(at);
                even += eight & LANES;
                odd += (eight >>> Byte.SIZE) & LANES;
            }
            spread(even, sums, i);
            spread(odd, sums, i + 1);
        }
        for (int i = whole; i < sums.length; i++) {
            for (int at = top * stride + i; at < bottom * stride; at += stride) {
                sums[i] += pixels.get(at) & 0xff;
            }
        }
    }

    private static void spread(long lanes, int[] sums, int from) {
        sums[from] += (int) (lanes & 0xffff);
        sums[from + 2] += (int) ((lanes >>> Short.SIZE) & 0xffff);
        sums[from + 4] += (int) ((lanes >>> (2 * Short.SIZE)) & 0xffff);
        sums[from + 6] += (int) (lanes >>> (3 * Short.SIZE));
    }

    /**
     * 32 by 32 of its points as they were taken, brightness or green, 0 to 255: points and not means, since means hide the noise by which a camera's pictures
     * differ though nothing moves.
     */
    public byte[] points() {
        return points.map(byte[]::clone).orElseGet(this::pixelsAtPoints);
    }

    private byte[] pixelsAtPoints() {
        byte[] seen = new byte[POINTS * POINTS];
        for (int i = 0; i < seen.length; i++) {
            int y = (2 * (i / POINTS) + 1) * height / (2 * POINTS);
            int x = (2 * (i % POINTS) + 1) * width / (2 * POINTS);
            seen[i] = (byte) value(y, x, channels / 2);
        }
        return seen;
    }

    /** The same picture, which was larger when it was taken. */
    public Picture seenAt(byte[] seen) {
        return new Picture(time, height, width, channels, pixels, stride, levels, Optional.of(seen.clone()));
    }

    /** The same picture at another time. */
    public Picture at(long other) {
        return new Picture(other, height, width, channels, pixels, stride, levels, points);
    }

    /** The same pixels in memory of their own, which lasts, and is all that is held: points are of these from here on. */
    public Picture kept() {
        int row = width * channels;
        byte[] own = new byte[height * row];
        for (int y = 0; y < height; y++) {
            pixels.get(y * stride, own, y * row, row);
        }
        return new Picture(time, height, width, channels, own, levels);
    }

    /**
     * Its pixels in other places, in memory of their own.
     *
     * @param from says which pixel comes to a place, both counted row by row
     */
    public Picture moved(int tall, int wide, IntUnaryOperator from) {
        byte[] moved = new byte[tall * wide * channels];
        for (int place = 0; place < tall * wide; place++) {
            int pixel = from.applyAsInt(place);
            pixels.get(pixel / width * stride + pixel % width * channels, moved, place * channels, channels);
        }
        ByteBuffer own = ByteBuffer.wrap(moved);
        return new Picture(time, tall, wide, channels, own, wide * channels, levels, points);
    }
}
