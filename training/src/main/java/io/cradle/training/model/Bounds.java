package io.cradle.training.model;

import java.io.Serializable;

/**
 * What a latent-variable model's bits lie below, a step, of frame and proprio together; where there is no proprio, bits/frame. Proprio is a
 * density, whose bits depend on its unit.
 *
 * @param elbo the evidence lower bound: the mean of some trajectories' -log2 weights
 * @param iwae the bound of Burda et al. ("Importance weighted autoencoders", 2016): -log2 of their mean weight, never more than {@code elbo}
 * @param divergence bits of KL(posterior || prior) among those of {@code elbo}: what the stochastic state tells
 */
public record Bounds(double elbo, double iwae, double divergence) implements Serializable {
    /** Of a model without latent variables: nothing is a number. */
    public static final Bounds NONE = new Bounds(Double.NaN, Double.NaN, Double.NaN);
}
