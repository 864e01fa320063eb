package io.cradle.training.metric;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cuts a frame into the things on it: sets of ink pixels that touch, corners included. */
public final class Blobs {
    private static final float THRESHOLD = 0.5f;

    private Blobs() {}

    /**
     * The connected components, in the order of their first pixel.
     *
     * @param frame {@code [H, W]} row-major; above {@value #THRESHOLD} a pixel is ink
     */
    public static List<Blob> of(float[] frame, int height, int width) {
        boolean[] open = new boolean[frame.length];
        for (int pixel = 0; pixel < frame.length; pixel++) {
            open[pixel] = frame[pixel] > THRESHOLD;
        }
        List<Blob> blobs = new ArrayList<>();
        for (int pixel = 0; pixel < frame.length; pixel++) {
            if (open[pixel]) {
                blobs.add(grown(open, pixel, height, width));
            }
        }
        return blobs;
    }

    private static Blob grown(boolean[] open, int seed, int height, int width) {
        List<Integer> pixels = new ArrayList<>();
        Deque<Integer> edge = new ArrayDeque<>(List.of(seed));
        open[seed] = false;
        while (!edge.isEmpty()) {
            int pixel = edge.remove();
            pixels.add(pixel);
            for (int neighbour = 0; neighbour < 9; neighbour++) {
                int y = pixel / width + neighbour / 3 - 1;
                int x = pixel % width + neighbour % 3 - 1;
                if (y >= 0 && y < height && x >= 0 && x < width && open[y * width + x]) {
                    open[y * width + x] = false;
                    edge.add(y * width + x);
                }
            }
        }
        return Blob.of(pixels, width);
    }
}
