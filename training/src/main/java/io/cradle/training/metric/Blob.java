package io.cradle.training.metric;

import java.util.List;

/**
 * A connected set of ink pixels.
 *
 * @param pixels numbers of its pixels, row-major, at least one
 * @param y row of its centroid, in pixels from the top one's middle
 * @param x column of its centroid, in pixels from the left one's middle
 */
public record Blob(List<Integer> pixels, double y, double x) {
    public Blob {
        pixels = List.copyOf(pixels);
    }

    static Blob of(List<Integer> pixels, int width) {
        double y = 0;
        double x = 0;
        for (int pixel : pixels) {
            int row = pixel / width;
            y += row;
            x += pixel % width;
        }
        return new Blob(pixels, y / pixels.size(), x / pixels.size());
    }

    /** How many pixels it has. */
    public int area() {
        return pixels.size();
    }

    /** Between centroids, in pixels. */
    public double distance(Blob that) {
        return Math.hypot(y - that.y, x - that.x);
    }
}
