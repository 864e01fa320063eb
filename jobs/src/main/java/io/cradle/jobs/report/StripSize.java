package io.cradle.jobs.report;

/**
 * How large a strip is shown, CSS pixels; each pixel of a frame is a whole number of them.
 *
 * @param pitch from one frame's left edge to the next's, with the gap
 * @param gap between frames
 * @param width of the strip
 * @param height of the strip
 */
record StripSize(int pitch, int gap, int width, int height) {
    private static final int ROOM = 1180;
    private static final int MOST_SCALE = 6;
    private static final int LEAST_SCALE = 2; // narrower frames can't be made out; the strip scrolls
    private static final int LEAST_FRAME = 28; // for the numbers above it

    static StripSize of(Scene scene) {
        int pixels = scene.frames() * (scene.width() + Picture.GAP);
        int least = Math.max(LEAST_SCALE, (LEAST_FRAME + scene.width() - 1) / scene.width());
        int scale = Math.max(least, Math.min(MOST_SCALE, ROOM / pixels));
        return new StripSize(
                (scene.width() + Picture.GAP) * scale,
                Picture.GAP * scale,
                (pixels - Picture.GAP) * scale,
                scene.height() * scale);
    }
}
