package io.cradle.training.metric;

import java.util.List;

/**
 * What a stretch of frames looks like to somebody who counts and measures: features that no training chose, so that none can be trained
 * against. Of each frame: where its ink is (row and column of the centroid, pixels), how much there is (pixels), in how many things;
 * over the stretch the mean of each and of how much it changes a step, and how many pixels change.
 */
public final class WindowFeatures {
    /** Frames in a stretch. */
    public static final int FRAMES = 8;

    /** A tenth of a pixel, of a thing: what differs by less is the same to anybody who looks. */
    public static final double LEAST = 0.1;

    /** Numbers in a row. */
    public static final int SIZE = 9;

    private static final float THRESHOLD = 0.5f;
    private static final int OF_A_FRAME = 4;

    private WindowFeatures() {}

    /**
     * Features of one stretch, {@code [SIZE]}.
     *
     * @param frames {@value #FRAMES} of them, each {@code [F]}
     */
    public static double[] of(List<float[]> frames, int height, int width) {
        double[] features = new double[SIZE];
        double[] before = null;
        for (int t = 0; t < frames.size(); t++) {
            double[] now = of(frames.get(t), height, width);
            for (int i = 0; i < OF_A_FRAME; i++) {
                features[i] += now[i] / frames.size();
                features[OF_A_FRAME + i] += before == null ? 0 : Math.abs(now[i] - before[i]) / (frames.size() - 1);
            }
            features[SIZE - 1] += t == 0
                    ? 0
                    : FrameError.hamming(frames.get(t), frames.get(t - 1)) * height * width / (frames.size() - 1);
            before = now;
        }
        return features;
    }

    private static double[] of(float[] frame, int height, int width) {
        double y = 0;
        double x = 0;
        int area = 0;
        for (int pixel = 0; pixel < frame.length; pixel++) {
            if (frame[pixel] > THRESHOLD) {
                int row = pixel / width;
                y += row;
                x += pixel % width;
                area++;
            }
        }
        int things = Blobs.of(frame, height, width).size();
        return new double[] {area == 0 ? 0 : y / area, area == 0 ? 0 : x / area, area, things};
    }
}
