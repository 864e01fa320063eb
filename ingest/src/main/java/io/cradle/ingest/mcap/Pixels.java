package io.cradle.ingest.mcap;

import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.Picture;

/** Collects a picture pixel by pixel, rows from the top. Gray is luma of ITU-R BT.601, section 2.5.1, in integers. */
final class Pixels {
    private final int height;
    private final int width;
    private final Colours colours;
    private final byte[] bytes;
    private int next;

    Pixels(int height, int width, Colours colours) {
        this.height = height;
        this.width = width;
        this.colours = colours;
        this.bytes = new byte[height * width * channels(colours)];
    }

    /** One pixel; each number is an unsigned byte. */
    void add(byte red, byte green, byte blue) {
        if (colours == Colours.RGB) {
            bytes[next++] = red;
            bytes[next++] = green;
            bytes[next++] = blue;
        } else {
            bytes[next++] = (byte) luma(red & 0xff, green & 0xff, blue & 0xff);
        }
    }

    /** The picture. */
    Picture picture(long time) {
        return new Picture(time, height, width, channels(colours), bytes);
    }

    private static int channels(Colours colours) {
        return colours == Colours.RGB ? 3 : 1;
    }

    private static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }
}
