package io.cradle.ingest.frame;

import io.cradle.ingest.take.Count;
import io.cradle.ingest.take.Picture;

/**
 * Crops a picture and scales it: each pixel of the result is the mean of the box of pixels that it stands for, or the pixel
 * that it lies on where the picture is enlarged.
 */
public final class Scaler {
    private static final int RGB = 3;

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
        if (crop.equals(Crop.WHOLE) && picture.height() == height && picture.width() == width) {
            return picture.kept();
        }
        Boxes rows = Boxes.of(picture.height(), crop.top(), crop.height(), height);
        Boxes columns = Boxes.of(picture.width(), crop.left(), crop.width(), width);
        byte[] pixels = new byte[height * width * picture.channels()];
        int[] sums = new int[picture.width() * picture.channels()];
        for (int y = 0; y < height; y++) {
            picture.sumRows(rows.from(y), rows.to(y), sums);
            means(picture, rows.size(y), columns, sums, pixels, y * width * picture.channels());
        }
        return new Picture(picture.time(), height, width, picture.channels(), pixels);
    }

    /** One row of the result, from the sums of the rows that it stands for. */
    private void means(Picture picture, int rows, Boxes columns, int[] sums, byte[] pixels, int first) {
        Count count = new Count(rows * columns.size(0));
        for (int x = 0; x < width; x++) {
            if (x > 0 && columns.size(x) != columns.size(x - 1)) {
                count = new Count(rows * columns.size(x));
            }
            if (picture.channels() == RGB) {
                colour(picture, columns.from(x), columns.to(x), sums, count, pixels, first + RGB * x);
            } else {
                pixels[first + x] = (byte) picture.mean(sum(sums, columns.from(x), columns.to(x)), count);
            }
        }
    }

    private static long sum(int[] sums, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += sums[i];
        }
        return sum;
    }

    /** Three means in one pass: three passes take three times as long. */
    private static void colour(Picture picture, int from, int to, int[] sums, Count count, byte[] pixels, int at) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int i = RGB * from; i < RGB * to; i += RGB) {
            red += sums[i];
            green += sums[i + 1];
            blue += sums[i + 2];
        }
        pixels[at] = (byte) picture.mean(red, count);
        pixels[at + 1] = (byte) picture.mean(green, count);
        pixels[at + 2] = (byte) picture.mean(blue, count);
    }

    /** Where the boxes of an axis begin, and where the last one ends. */
    private static final class Boxes {
        private final int[] edges;

        private Boxes(int[] edges) {
            this.edges = edges;
        }

        static Boxes of(int size, double from, double share, int boxes) {
            int[] edges = new int[boxes + 1];
            for (int i = 0; i <= boxes; i++) {
                edges[i] = (int) Math.round(size * (from + share * i / boxes));
            }
            for (int i = 0; i < boxes; i++) {
                edges[i] = Math.min(edges[i], size - 1);
            }
            return new Boxes(edges);
        }

        int from(int at) {
            return edges[at];
        }

        /** A box holds a pixel at least. */
        int to(int at) {
            return Math.max(edges[at + 1], edges[at] + 1);
        }

        int size(int at) {
            return to(at) - from(at);
        }
    }
}
