package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * How bodies slide on and bounce off a thing that doesn't move.
 *
 * @param friction Coulomb coefficient; two bodies meet with the square root of the product
 * @param restitution share of the speed that is left after a bounce, 0 to 1; two bodies meet with the greater
 */
public record Surface(double friction, double restitution) implements Serializable {
    public Surface {
        Checks.within("friction", friction, 0, 1e3);
        Checks.within("restitution", restitution, 0, 1);
    }
}
