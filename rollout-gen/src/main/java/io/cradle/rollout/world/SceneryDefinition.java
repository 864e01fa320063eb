package io.cradle.rollout.world;

import java.io.Serializable;
import java.util.List;

/**
 * A thing that doesn't move and that bodies bump into: a ramp, a step, a platform, a cup.
 *
 * @param name unique in its world
 * @param shapes one or more outlines that make it up, each around the same origin: a cup is three polygons
 * @param place where the origin is
 * @param surface how bodies slide on it
 * @param filter what it touches; all that touches walls if left out
 * @param look INK if left out; BLANK scenery is there but isn't seen
 * @param colour in gray and RGB frames
 */
public record SceneryDefinition(
        String name, List<Shape> shapes, Place place, Surface surface, Filter filter, Look look, Colour colour)
        implements Serializable {
    private static final int MOST_SHAPES = 16;

    public SceneryDefinition {
        Checks.name("name of scenery", name);
        Checks.present("shapes", shapes);
        shapes = List.copyOf(shapes);
        Checks.within("number of shapes of scenery '%s'".formatted(name), shapes.size(), 1, MOST_SHAPES);
        Checks.present("place", place);
        Checks.present("surface", surface);
        filter = filter == null ? Filter.EVERYTHING : filter;
        look = look == null ? Look.INK : look;
        colour = Colour.or(colour, Colour.OF_SCENERY);
    }
}
