package io.cradle.jobs.report;

/** Colours of pixels, 0xAARRGGBB: an LCD that reads well on light and on dark pages. */
final class Shade {
    /** Nothing: the page shines through. */
    static final int CLEAR = 0;
    /** The screen. */
    static final int SCREEN = 0xffe9ece2;
    /** Of frames that the model was given. */
    static final int PROMPT_SCREEN = 0xfff6e7c3;

    static final int INK = 0xff16191d;
    /** Bar of the prompt. */
    static final int PROMPT = 0xffd99a1c;
    /** Bar of the prediction. */
    static final int PREDICTION = 0xff2f6fe4;

    /** Bar of time that is yet to come. */
    static final int TRACK = 0xffb9bdb3;
    /** Ink that was predicted and is there. */
    static final int HIT = 0xff4b5157;
    /** Ink that was not predicted. */
    static final int MISSED = 0xffe0701a;
    /** Ink that is not there. */
    static final int INVENTED = 0xff2f6fe4;

    private static final double LEVELS = 48; // so that all shades fit into the palette of a GIF

    private Shade() {}

    /**
     * A mixture of screen and ink.
     *
     * @param share of ink, in [0, 1]
     */
    static int mix(int screen, double share) {
        double level = Math.rint(share * LEVELS) / LEVELS;
        return 0xff000000
                | channel(screen, level, 16) << 16
                | channel(screen, level, 8) << 8
                | channel(screen, level, 0);
    }

    private static int channel(int screen, double share, int shift) {
        int from = screen >> shift & 0xff;
        int to = INK >> shift & 0xff;
        return (int) Math.round(from + share * (to - from));
    }
}
