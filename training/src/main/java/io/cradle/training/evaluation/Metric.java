package io.cradle.training.evaluation;

/**
 * What is measured open loop at each horizon, beside IoU. Definitions and sources: {@code docs/metrics.md}.
 */
public enum Metric {
    /** Share of pixels that differ; {@link io.cradle.training.metric.FrameError#hamming}. */
    HAMMING("Hamming distance", "share of pixels", false),
    /** {@link io.cradle.training.metric.Ssim.Window#UNIFORM_ON_INK}. */
    SSIM("SSIM on ink", "", true),
    /** {@link io.cradle.training.metric.Ssim.Window#GAUSSIAN_EVERYWHERE}, of frames that are drawn at random: as boxLCD measured. */
    BOXLCD_SSIM("SSIM as boxLCD's", "", true),
    /** Mean over frames of each frame's own ratio, of frames that are drawn at random; a frame without error counts as 100 dB. */
    BOXLCD_PSNR("PSNR as boxLCD's", "dB", true),
    /** {@link io.cradle.training.metric.Matching#centroidError}, where both frames show something. */
    CENTROID("centroid error", "pixels", false),
    /** {@link io.cradle.training.metric.Matching#countError}. */
    COUNT("things too many or too few", "", false),
    /** {@link io.cradle.training.metric.FrameError#expectedIou} of the share of samples that have ink. */
    EXPECTED_IOU("expected-frame IoU", "", true),
    /** Mean IoU of sampled frames. */
    SAMPLED_IOU("IoU of samples, mean", "", true),
    /** Best IoU of sampled frames. */
    BEST_IOU("IoU of samples, best", "", true),
    /** −log2 of the mean probability of the true frame over sampled pasts. */
    BITS("bits/frame so many steps ahead", "bits", false),
    /** Root of the mean square over channels in metres. */
    PROPRIO_METRES("proprio, position", "m", false),
    /** Root of the mean square over angles, the shorter way round. */
    PROPRIO_RADIANS("proprio, angle", "rad", false),
    /** Root of the mean square over all channels, each in its deviation over TRAIN: units may differ. */
    PROPRIO("proprio, all of it", "deviations of TRAIN", false);

    private final String title;
    private final String unit;
    private final boolean higherIsBetter;

    Metric(String title, String unit, boolean higherIsBetter) {
        this.title = title;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
    }

    /** Its name for readers. */
    public String title() {
        return title;
    }

    /** Its unit; empty where it has none. */
    public String unit() {
        return unit;
    }

    /** Whether more is better. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }
}
