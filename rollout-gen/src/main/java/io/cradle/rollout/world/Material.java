package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * What a body is made of.
 *
 * @param density kg/m², above 0
 * @param friction Coulomb coefficient; two bodies meet with the square root of the product
 * @param restitution share of the speed that is left after a bounce, 0 to 1; two bodies meet with the greater
 */
public record Material(double density, double friction, double restitution) implements Serializable {
    public Material {
        Checks.within("density", density, 1e-6, 1e6);
        Checks.within("friction", friction, 0, 1e3);
        Checks.within("restitution", restitution, 0, 1);
    }
}
