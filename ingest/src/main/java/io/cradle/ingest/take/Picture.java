package io.cradle.ingest.take;

/** One decoded picture, {@code [H, W, C]} unsigned bytes, row 0 at the top: C is 1 for gray and 3 for red, green, blue. */
public final class Picture {
    private final long time;
    private final int height;
    private final int width;
    private final int channels;
    private final byte[] pixels;

    /**
     * A picture that takes over its bytes.
     *
     * @param time stamp in ns
     * @param pixels {@code [H * W * C]}; not to be written to from here on
     */
    public Picture(long time, int height, int width, int channels, byte[] pixels) {
        if (pixels.length != height * width * channels) {
            throw new IllegalArgumentException(
                    "Invalid picture of %dx%dx%d: it has %d bytes".formatted(height, width, channels, pixels.length));
        }
        this.time = time;
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.pixels = pixels;
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
        return pixels[(y * width + x) * channels + channel] & 0xff;
    }

    /** The same picture at another time. */
    public Picture at(long other) {
        return new Picture(other, height, width, channels, pixels);
    }
}
