package io.cradle.dataset.spec;

import java.io.Serializable;

/** The definition of a world, small enough to travel inside a Spark task, that opens environments where it arrives. */
public interface EnvironmentFactory extends Serializable {
    /** Name for people, such as {@code Bounce}. */
    String world();

    /** Canonical text of all that decides what the world does, generator version and solver settings included. */
    String identity();

    /** Steps of a full episode. */
    int steps();

    /** How many worlds one environment steps at once where that is fastest; 1 for a physics engine. */
    int batch();

    /** Opens an environment of N worlds. */
    Environment open(int worlds);
}
