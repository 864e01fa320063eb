package io.cradle.rollout.world;

import java.io.Serializable;
import java.util.List;

/**
 * A loose body.
 *
 * @param name unique in its world, such as {@code object0}
 * @param shapes outlines, of which each episode draws one; usually just one
 * @param material what it is made of
 * @param filter what it touches
 * @param damping how it slows down
 * @param spawn where it begins
 */
public record ObjectDefinition(
        String name, List<Shape> shapes, Material material, Filter filter, Damping damping, Spawn spawn)
        implements Serializable {
    public ObjectDefinition {
        Checks.name("name of an object", name);
        Checks.present("shapes", shapes);
        shapes = List.copyOf(shapes);
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("Invalid object '%s': it has no shape".formatted(name));
        }
        Checks.present("material", material);
        Checks.present("filter", filter);
        Checks.present("damping", damping);
        Checks.present("spawn", spawn);
    }
}
