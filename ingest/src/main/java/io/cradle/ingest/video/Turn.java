package io.cradle.ingest.video;

import io.cradle.ingest.take.Picture;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/** How pictures are to be turned before they are shown: a phone that is held upright films lying pictures, and notes that beside them. */
enum Turn {
    NONE,
    LEFT,
    HALF,
    RIGHT;

    private static final int QUARTER = 90;

    /** What a started grabber's file notes, to a quarter. */
    static Turn of(FFmpegFrameGrabber grabber) {
        return of(grabber.getDisplayRotation());
    }

    /** @param degrees counterclockwise; of what is no angle nothing is turned */
    static Turn of(double degrees) {
        return values()[Math.floorMod(Math.round(degrees / QUARTER), values().length)];
    }

    /** H of a turned picture. */
    int height(int height, int width) {
        return lies() ? width : height;
    }

    /** W of a turned picture. */
    int width(int height, int width) {
        return lies() ? height : width;
    }

    private boolean lies() {
        return this == LEFT || this == RIGHT;
    }

    /** The picture as it is to be shown; itself where nothing is to be turned. */
    Picture turned(Picture picture) {
        if (this == NONE) {
            return picture;
        }
        int height = picture.height();
        int width = picture.width();
        int shown = width(height, width);
        return picture.moved(
                height(height, width), shown, place -> source(place / shown, place % shown, height, width));
    }

    /** Number of the pixel that comes to (y, x). */
    private int source(int y, int x, int height, int width) {
        return switch (this) {
            case NONE -> y * width + x;
            case LEFT -> x * width + width - 1 - y;
            case HALF -> (height - 1 - y) * width + width - 1 - x;
            case RIGHT -> (height - 1 - x) * width + y;
        };
    }
}
