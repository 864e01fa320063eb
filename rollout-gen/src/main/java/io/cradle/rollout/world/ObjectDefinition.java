package io.cradle.rollout.world;

import java.io.Serializable;
import java.util.List;

/**
 * A loose body.
 *
 * @param name unique in its world, such as {@code object0}
 * @param shapes outlines, of which each episode draws one; usually just one
 * @param material what it is made of
 * @param filter what it touches; everything if left out
 * @param damping how it slows down; not by itself if left out
 * @param spawn where it begins
 * @param pins what fastens it to the background; nothing if left out
 * @param colour in gray and RGB frames
 */
public record ObjectDefinition(
        String name,
        List<Shape> shapes,
        Material material,
        Filter filter,
        Damping damping,
        Spawn spawn,
        List<PinDefinition> pins,
        Colour colour)
        implements Serializable {
    private static final int MOST_PINS = 8;

    public ObjectDefinition {
        Checks.name("name of an object", name);
        Checks.present("shapes", shapes);
        shapes = List.copyOf(shapes);
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("Invalid object '%s': it has no shape".formatted(name));
        }
        Checks.present("material", material);
        filter = filter == null ? Filter.EVERYTHING : filter;
        damping = damping == null ? Damping.NONE : damping;
        Checks.present("spawn", spawn);
        pins = pins == null ? List.of() : List.copyOf(pins);
        Checks.within("number of pins of object '%s'".formatted(name), pins.size(), 0, MOST_PINS);
        colour = Colour.or(colour, Colour.OF_OBJECTS);
    }
}
