package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * One part of a robot.
 *
 * @param name unique in its robot
 * @param shape outline
 * @param material what it is made of
 * @param filter what it touches; everything if left out
 * @param damping how it slows down; not by itself if left out
 * @param colour in gray and RGB frames
 */
public record BodyDefinition(String name, Shape shape, Material material, Filter filter, Damping damping, Colour colour)
        implements Serializable {
    public BodyDefinition {
        Checks.name("name of a body", name);
        Checks.present("shape", shape);
        Checks.present("material", material);
        filter = filter == null ? Filter.EVERYTHING : filter;
        damping = damping == null ? Damping.NONE : damping;
        colour = Colour.or(colour, Colour.OF_ROBOTS);
    }
}
