package io.cradle.ingest.frame;

import io.cradle.ingest.take.Picture;

/**
 * Crops a picture and scales it: each pixel of the result is the mean of the box of pixels that it stands for, or the pixel
 * that it lies on where the picture is enlarged.
 */
public final class Scaler {
    private final Crop crop;
    private final int height;
    private final int width;

    public Scaler(Crop crop, int height, int width) {
        this.crop = crop;
        this.height = height;
        this.width = width;
    }

    /** The scaled picture, with as many channels. */
    public Picture scaled(Picture picture) {
        int[] rows = edges(picture.height(), crop.top(), crop.height(), height);
        int[] columns = edges(picture.width(), crop.left(), crop.width(), width);
        int channels = picture.channels();
        byte[] pixels = new byte[height * width * channels];
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < width * channels; i++) {
                int x = i / channels;
                pixels[y * width * channels + i] =
                        (byte) picture.mean(rows[y], below(rows, y), columns[x], below(columns, x), i % channels);
            }
        }
        return new Picture(picture.time(), height, width, channels, pixels);
    }

    /** A box holds a pixel at least. */
    private static int below(int[] edges, int at) {
        return Math.max(edges[at + 1], edges[at] + 1);
    }

    /** Where the boxes of an axis begin, and where the last one ends. */
    private static int[] edges(int size, double from, double share, int boxes) {
        int[] edges = new int[boxes + 1];
        for (int i = 0; i <= boxes; i++) {
            edges[i] = (int) Math.round(size * (from + share * i / boxes));
        }
        for (int i = 0; i < boxes; i++) {
            edges[i] = Math.min(edges[i], size - 1);
        }
        return edges;
    }
}
