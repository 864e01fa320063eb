package io.cradle.ingest.take;

import io.cradle.ingest.take.Film.Colours;

/** Turns raw pixels into pictures of the colours that are wanted. */
public final class Pixels {
    private static final int GRAY = 1;
    private static final int RGB = 3;

    private Pixels() {}

    /**
     * A picture. Gray is the luma of ITU-R BT.601, section 2.5.1; colours of a gray picture are three times the same.
     *
     * @param time stamp in ns
     * @param raw {@code [H, W, channels]}, C of 1 or 3; not to be written to from here on
     */
    public static Picture picture(long time, int height, int width, int channels, byte[] raw, Colours wanted) {
        if (wanted == Colours.GRAY) {
            return new Picture(time, height, width, GRAY, channels == GRAY ? raw : gray(raw));
        }
        return new Picture(time, height, width, RGB, channels == RGB ? raw : coloured(raw));
    }

    private static byte[] gray(byte[] colours) {
        byte[] gray = new byte[colours.length / RGB];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte) luma(colours[RGB * i] & 0xff, colours[RGB * i + 1] & 0xff, colours[RGB * i + 2] & 0xff);
        }
        return gray;
    }

    /** In integers: gray stays what it is, on every machine. */
    private static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    private static byte[] coloured(byte[] gray) {
        byte[] colours = new byte[Math.multiplyExact(RGB, gray.length)];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = gray[i / RGB];
        }
        return colours;
    }
}
