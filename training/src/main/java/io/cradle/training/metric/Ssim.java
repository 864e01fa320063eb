package io.cradle.training.metric;

/**
 * Structural similarity of two images (Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment: from error visibility to
 * structural similarity", 2004, eq. 13, with C1 = 0.01² and C2 = 0.03² for values in [0, 1]), in [-1, 1]; 1 is best.
 *
 * @param height H, at least half a window
 * @param width W, at least half a window
 * @param window weights of a row of the window, odd in number, which sum to 1: the window is their product in both directions
 */
public record Ssim(int height, int width, Window window) {
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;

    /** A window, and which places count. */
    public enum Window {
        /**
         * 7 × 7, each pixel alike, mirrored at the edges, over the places where either image has ink within 3 pixels: a flat
         * background is 1 whatever the model, and would drown all else.
         */
        UNIFORM_ON_INK,
        /**
         * 11 × 11, Gaussian of deviation 1.5, mirrored at the edges, over all places: as boxLCD's published figures were made, by
         * ignite.
         */
        GAUSSIAN_EVERYWHERE;

        private double[] weights() {
            double[] weights = new double[this == UNIFORM_ON_INK ? 7 : 11];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                double away = i - weights.length / 2;
                weights[i] = this == UNIFORM_ON_INK ? 1 : Math.exp(-away * away / (2 * 1.5 * 1.5));
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
            }
            return weights;
        }
    }

    public Ssim {
        int half = window.weights().length / 2;
        if (height <= half || width <= half) {
            throw new IllegalArgumentException(
                    "Cannot compare frames of %d × %d by a window of %d: frames must be larger than half of it"
                            .formatted(height, width, 2 * half + 1));
        }
    }

    /**
     * Similarity, a mean over places.
     *
     * @param left {@code [H, W]} row-major, each in [0, 1]
     * @param right as {@code left}
     * @return 1 where no place counts, for two blank frames are the same
     */
    public double of(float[] left, float[] right) {
        double[] weights = window.weights();
        double[] meanLeft = blurred(left, left, weights, false);
        double[] meanRight = blurred(right, right, weights, false);
        double[] squareLeft = blurred(left, left, weights, true);
        double[] squareRight = blurred(right, right, weights, true);
        double[] product = blurred(left, right, weights, true);
        double sum = 0;
        int places = 0;
        for (int at = 0; at < product.length; at++) {
            if (window == Window.GAUSSIAN_EVERYWHERE || meanLeft[at] > 0 || meanRight[at] > 0) {
                sum += at(meanLeft[at], meanRight[at], squareLeft[at], squareRight[at], product[at]);
                places++;
            }
        }
        return places == 0 ? 1 : sum / places;
    }

    private static double at(double l, double r, double ll, double rr, double lr) {
        double variances = (ll - l * l) + (rr - r * r);
        return (2 * l * r + C1) * (2 * (lr - l * r) + C2) / ((l * l + r * r + C1) * (variances + C2));
    }

    /** The window's mean of an image, or of the product of two, around each place. */
    private double[] blurred(float[] left, float[] right, double[] weights, boolean product) {
        double[] image = new double[height * width];
        for (int at = 0; at < image.length; at++) {
            image[at] = product ? (double) left[at] * right[at] : left[at];
        }
        return along(along(image, weights, height, width, 1), weights, width, height, width);
    }

    /** Along lines of {@code length} places that lie {@code step} apart. */
    private double[] along(double[] image, double[] weights, int lines, int length, int step) {
        double[] blurred = new double[image.length];
        int half = weights.length / 2;
        for (int line = 0; line < lines; line++) {
            int start = step == 1 ? line * width : line;
            for (int i = 0; i < length; i++) {
                double sum = 0;
                for (int k = -half; k <= half; k++) {
                    sum += weights[k + half] * image[start + mirrored(i + k, length) * step];
                }
                blurred[start + i * step] = sum;
            }
        }
        return blurred;
    }

    /** Mirrored about the outermost pixel, which isn't repeated. */
    private static int mirrored(int i, int length) {
        int inside = i < 0 ? -i : i;
        return inside < length ? inside : 2 * (length - 1) - inside;
    }
}
