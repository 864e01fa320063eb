package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * What encloses the world; never drawn.
 *
 * @param kind which sides there are
 * @param friction Coulomb coefficient
 * @param filter what they touch; everything if left out
 */
public record Walls(Kind kind, double friction, Filter filter) implements Serializable {
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
        Checks.within("friction of walls", friction, 0, 1e3);
        filter = filter == null ? Filter.EVERYTHING : filter;
    }
}
