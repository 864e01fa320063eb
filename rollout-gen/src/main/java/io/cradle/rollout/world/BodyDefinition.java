package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * One part of a robot.
 *
 * @param name unique in its robot
 * @param shape outline
 * @param material what it is made of
 * @param filter what it touches
 * @param damping how it slows down
 */
public record BodyDefinition(String name, Shape shape, Material material, Filter filter, Damping damping)
        implements Serializable {
    public BodyDefinition {
        Checks.name("name of a body", name);
        Checks.present("shape", shape);
        Checks.present("material", material);
        Checks.present("filter", filter);
        Checks.present("damping", damping);
    }
}
