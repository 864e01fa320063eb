package io.cradle.dataset.information;

import java.util.Arrays;

/**
 * The frame that is being coded and the two before it, in one episode. A coder draws a frame whole and then codes it, a
 * decoder sets pixel by pixel: a model must look only at what both have.
 */
final class Scene {
    /** Earlier frames that are kept. */
    static final int MEMORY = 2;

    private final byte[][] planes; // [age][raster.size()], 0 or 1
    private int earlier = -1;

    /** The scene before the first frame of an episode. */
    Scene(Raster raster) {
        planes = new byte[MEMORY + 1][raster.size()];
    }

    /** Goes on to the next frame, which is blank at first. */
    void next() {
        byte[] oldest = planes[MEMORY];
        System.arraycopy(planes, 0, planes, 1, MEMORY);
        Arrays.fill(oldest, (byte) 0);
        planes[0] = oldest;
        earlier++;
    }

    /** How many frames of the episode came before this one. */
    int earlier() {
        return earlier;
    }

    /** Pixels of the frame so many frames back, by {@link Raster#at}; blank before the episode began. */
    byte[] plane(int age) {
        return planes[age];
    }

    /** Whether a pixel of this frame is ink. */
    boolean ink(int at) {
        return planes[0][at] != 0;
    }

    /** Sets a pixel of this frame. */
    void set(int at, boolean ink) {
        planes[0][at] = (byte) (ink ? 1 : 0);
    }
}
