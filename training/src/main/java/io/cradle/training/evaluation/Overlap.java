package io.cradle.training.evaluation;

/**
 * How far two sets of ink agree.
 *
 * @param both pixels that are ink in both frames
 * @param either pixels that are ink in at least one, at least {@code both}
 */
record Overlap(int both, int either) {
    /** Above this p(ink) a pixel counts as ink. */
    static final float THRESHOLD = 0.5f;

    /** Compares frames {@code [F]}; a pixel above {@link #THRESHOLD} is ink. */
    static Overlap of(float[] predicted, float[] truth) {
        int both = 0;
        int either = 0;
        for (int pixel = 0; pixel < truth.length; pixel++) {
            boolean left = predicted[pixel] > THRESHOLD;
            boolean right = truth[pixel] > THRESHOLD;
            both += left && right ? 1 : 0;
            either += left || right ? 1 : 0;
        }
        return new Overlap(both, either);
    }

    /** Intersection over union, in [0, 1]; 1 where both frames are empty. */
    double iou() {
        return bothEmpty() ? 1 : (double) both / either;
    }

    /** Whether neither frame has ink. */
    boolean bothEmpty() {
        return either == 0;
    }
}
