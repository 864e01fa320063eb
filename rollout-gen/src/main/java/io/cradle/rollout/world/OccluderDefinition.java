package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * A screen or a tube in front of everything: what is behind it isn't drawn, and nothing bumps into it.
 *
 * @param name unique in its world
 * @param shape outline
 * @param place where its origin is
 * @param look INK if left out: a dark screen; BLANK is a screen of the colour of paper
 * @param colour in gray and RGB frames
 */
public record OccluderDefinition(String name, Shape shape, Place place, Look look, Colour colour)
        implements Serializable {
    public OccluderDefinition {
        Checks.name("name of an occluder", name);
        Checks.present("shape", shape);
        Checks.present("place", place);
        look = look == null ? Look.INK : look;
        colour = Colour.or(colour, Colour.OF_OCCLUDERS);
    }
}
