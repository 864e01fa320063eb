package io.cradle.training.model;

import java.util.SplittableRandom;

/** What a head says of one world's next observation. Shares its arrays. */
final class Said {
    /** Decides a pixel when its turn comes. */
    interface Draw {
        /**
         * Whether it is ink.
         *
         * @param pixel its number in the frame, row-major
         * @param p that it is, given the pixels before it
         */
        boolean ink(int pixel, float p);
    }

    private final Head head;
    private final float[] logits; // [F] from the features, in the order of groups
    private final float[] context; // [hidden] from the features; empty where each pixel is by itself
    private final float[] last; // [F]
    private final float[] proprio; // [S]
    private float[] likeliest; // once it was asked for

    Said(Head head, float[] logits, float[] context, float[] last, float[] proprio) {
        this.head = head;
        this.logits = logits;
        this.context = context;
        this.last = last;
        this.proprio = proprio;
    }

    /** {@code [S]} expected. */
    float[] proprio() {
        return proprio;
    }

    /** {@code [F]} p(ink) of each pixel given the frame that came. */
    float[] given(float[] came) {
        return walk((pixel, p) -> came[pixel] > 0, 1);
    }

    /** {@code [F]} p(ink) of each pixel given the likeliest pixels before it. */
    float[] likeliest() {
        if (likeliest == null) {
            likeliest = walk((pixel, p) -> p > Prediction.THRESHOLD, 1);
        }
        return likeliest;
    }

    /** {@code [F]} a frame that is drawn at a temperature, 0 or 1. */
    float[] drawn(SplittableRandom random, double temperature) {
        float[] frame = new float[logits.length];
        walk(
                (pixel, p) -> {
                    frame[pixel] = random.nextDouble() < p ? 1 : 0;
                    return frame[pixel] > 0;
                },
                temperature);
        return frame;
    }

    /** {@code [F]} p(ink) of each pixel when its turn comes. */
    private float[] walk(Draw draw, double temperature) {
        float[] ink = new float[logits.length];
        for (Walk walk = walk(temperature); walk.goesOn(); ) {
            int pixel = walk.pixel();
            ink[pixel] = walk.p();
            walk.came(draw.ink(pixel, ink[pixel]));
        }
        return ink;
    }

    /** Through the pixels of a frame, at its first one. */
    Walk walk(double temperature) {
        return new Walk(temperature);
    }

    private boolean flipped(int pixel) {
        return head.shape().config().residual() && last[pixel] > 0;
    }

    /** Stands at one pixel of a frame whose earlier pixels are known. */
    final class Walk {
        private final int size = head.shape().groupPixels();
        private final float[] known = context.clone();
        private final double temperature;
        private float[] gain;
        private int place;
        private float p;

        private Walk(double temperature) {
            this.temperature = temperature;
            look();
        }

        private void look() {
            if (!goesOn()) {
                return;
            }
            if (place % size == 0) {
                gain = context.length == 0 ? new float[size] : head.gain(place / size, known);
            }
            float z = (logits[place] + gain[place % size]) / (float) temperature;
            p = Logits.probability(flipped(pixel()) ? -z : z);
        }

        /** F. */
        int pixels() {
            return logits.length;
        }

        boolean goesOn() {
            return place < logits.length;
        }

        /** Its number in the frame, row-major. */
        int pixel() {
            return head.pixel(place);
        }

        /** That it is ink. */
        float p() {
            return p;
        }

        /** Goes on to the next one. */
        void came(boolean ink) {
            if (ink) {
                head.see(place / size, place % size, known);
            }
            place++;
            look();
        }
    }
}
