package io.cradle.ingest.take;

/** One decoded picture, {@code [H, W, C]} unsigned bytes, row 0 at the top: C is 1 for gray and 3 for red, green, blue. */
public final class Picture {
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

    /** Mean of the pixels of a box, 0 to 255, rounded; {@code bottom} and {@code right} are not a part of it. */
    public int mean(int top, int bottom, int left, int right, int channel) {
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            sum += sum((y * width + left) * channels + channel, (y * width + right) * channels);
        }
        long count = (long) (bottom - top) * (right - left);
        return levels.full((int) ((sum + count / 2) / count));
    }

    /** A loop of its own, for it is where the time goes: every pixel of every picture of a film passes here. */
    private int sum(int from, int to) {
        int sum = 0;
        if (channels == 1) {
            for (int i = from; i < to; i++) {
                sum += pixels[i] & 0xff;
            }
            return sum;
        }
        for (int i = from; i < to; i += channels) {
            sum += pixels[i] & 0xff;
        }
        return sum;
    }

    /** The same picture at another time. */
    public Picture at(long other) {
        return new Picture(other, height, width, channels, pixels, levels);
    }
}
