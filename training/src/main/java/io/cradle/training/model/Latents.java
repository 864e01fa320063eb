package io.cradle.training.model;

import java.util.SplittableRandom;

/** Distributions of a stochastic state, each made of numbers that a layer gives. */
sealed interface Latents permits NormalLatents, CategoricalLatents {
    static Latents of(RssmConfig sizes) {
        return sizes.normal()
                ? new NormalLatents(sizes.latents())
                : new CategoricalLatents(sizes.latents(), sizes.classes());
    }

    /** {@code [Z]} what {@link #drawn} draws with. */
    float[] noise(SplittableRandom random);

    /**
     * A draw.
     *
     * @param numbers of the distribution
     * @param noise {@code [Z]}
     * @param temperature above 0: 1 draws as the distribution says, less draws what is likelier
     * @return {@code [Z]}
     */
    float[] drawn(float[] numbers, float[] noise, double temperature);

    /** {@code [Z]} the likeliest. */
    float[] likeliest(float[] numbers);

    /** ln of the density, or of the probability, of this state. */
    double log(float[] numbers, float[] state);

    /** KL(q || p), nats. */
    double divergence(float[] q, float[] p);
}
