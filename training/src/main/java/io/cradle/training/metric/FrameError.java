package io.cradle.training.metric;

/** How far a predicted frame is from the true one. Frames are {@code [F]}; above {@value #THRESHOLD} a pixel is ink. */
public final class FrameError {
    private static final float THRESHOLD = 0.5f;
    private static final double EXACT_FRAME = 100; // dB, where a ratio would be infinite
    private static final double PSNR_FLOOR = 1e-10;

    private FrameError() {}

    /** Share of pixels that differ, in [0, 1]; 0 is best. */
    public static double hamming(float[] predicted, float[] truth) {
        int wrong = 0;
        for (int pixel = 0; pixel < truth.length; pixel++) {
            wrong += (predicted[pixel] > THRESHOLD) != (truth[pixel] > THRESHOLD) ? 1 : 0;
        }
        return (double) wrong / truth.length;
    }

    /**
     * Overlap of the probabilities themselves: Σ min(p, x) / Σ max(p, x), in [0, 1]; 1 where both are empty. On binary frames it
     * is intersection over union; unlike that, it gives credit for being honestly unsure.
     *
     * @param ink {@code [F]} p(ink), or the share of samples that have ink there
     */
    public static double expectedIou(float[] ink, float[] truth) {
        double both = 0;
        double either = 0;
        for (int pixel = 0; pixel < truth.length; pixel++) {
            both += Math.min(ink[pixel], truth[pixel]);
            either += Math.max(ink[pixel], truth[pixel]);
        }
        return either == 0 ? 1 : both / either;
    }

    /**
     * Peak signal-to-noise ratio in dB of a mean squared error: 10 log10(1 / mse). On binary frames the error is the share of wrong
     * pixels, so this is that share under another name. No error at all gives infinity: take means of errors, not of ratios.
     */
    public static double psnr(double meanSquaredError) {
        return -10 * Math.log10(meanSquaredError);
    }

    /** The same of one frame, in dB, at most 100, which an exact one has: boxLCD's published figures are means of these. */
    public static double boxlcdPsnr(float[] predicted, float[] truth) {
        return Math.min(EXACT_FRAME, psnr(hamming(predicted, truth) + PSNR_FLOOR));
    }
}
