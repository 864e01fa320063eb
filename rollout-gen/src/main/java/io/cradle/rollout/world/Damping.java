package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * How fast a body loses speed by itself.
 *
 * @param linear 1/s
 * @param angular 1/s
 */
public record Damping(double linear, double angular) implements Serializable {
    static final Damping NONE = new Damping(0, 0);

    public Damping {
        Checks.within("linear", linear, 0, 1e3);
        Checks.within("angular", angular, 0, 1e3);
    }
}
