package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * What a thing is filled with in gray and RGB frames.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Colour(int red, int green, int blue) implements Serializable {
    /** Paper. */
    public static final Colour WHITE = new Colour(255, 255, 255);

    static final Colour OF_ROBOTS = new Colour(230, 102, 102);
    static final Colour OF_OBJECTS = new Colour(128, 102, 230);
    static final Colour OF_SCENERY = new Colour(110, 110, 110);
    static final Colour OF_OCCLUDERS = new Colour(60, 60, 60);

    public Colour {
        Checks.within("red", red, 0, 255);
        Checks.within("green", green, 0, 255);
        Checks.within("blue", blue, 0, 255);
    }

    /** Brightness, 0 to 255: luma of ITU-R BT.601, section 2.5.1. */
    public int gray() {
        return (int) Math.rint(0.299 * red + 0.587 * green + 0.114 * blue);
    }

    static Colour or(Colour given, Colour otherwise) {
        return given == null ? otherwise : given;
    }
}
