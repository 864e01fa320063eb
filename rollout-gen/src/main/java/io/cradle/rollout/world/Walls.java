package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * What encloses the world; never drawn.
 *
 * @param kind which sides there are
 * @param friction Coulomb coefficient; may be left out where there are no walls
 * @param filter what they touch; everything if left out
 */
public record Walls(Kind kind, Double friction, Filter filter) implements Serializable {
    /** Which sides there are. */
    public enum Kind {
        /** Floor, left, right, ceiling. */
        BOX,
        /** A floor that goes on for a thousand widths. */
        FLOOR,
        /** None: bodies may leave. */
        NONE
    }

    public Walls {
        Checks.present("kind", kind);
        if (friction == null && kind != Kind.NONE) {
            throw new IllegalArgumentException("Missing friction of walls: give it a value, such as 0.2");
        }
        friction = friction == null ? 0.0 : friction;
        Checks.within("friction of walls", friction, 0, 1e3);
        filter = filter == null ? Filter.EVERYTHING : filter;
    }
}
