package io.cradle.training.model;

import java.io.Serializable;

/**
 * Section {@code model.rssm} of the configuration.
 *
 * @param width H, numbers of the recurrent state, at least 1
 * @param latents variables of the stochastic state, at least 1
 * @param classes of each of these variables, at least 2; 0 makes them normal ones
 * @param hidden width of the layers between, at least 1
 * @param told whether the recurrent state is told the last observation besides the last stochastic state, as a VRNN's is (Chung et al., "A
 *     recurrent latent variable model for sequential data", 2015); else it is Dreamer's, and knows of the past what the stochastic states keep
 * @param particles draws of the stochastic state that a prediction is a mixture of, at least 1
 * @param balance share of the divergence's gradient that moves the prior towards the posterior, and not the other way, in [0, 1); 0 leaves
 *     the gradient as it is (Hafner et al., "Mastering Atari with discrete world models", 2021)
 * @param free nats of divergence a step that cost the posterior nothing, at least 0: so its gradient says, while the loss holds all of them and
 *     stays a bound. The prior follows the posterior all the same where {@code balance} is above 0
 */
public record RssmConfig(
        int width, int latents, int classes, int hidden, boolean told, int particles, double balance, double free)
        implements Serializable {
    private static final int MOST_PARTICLES = 4096;

    public RssmConfig {
        if (width < 1 || latents < 1 || hidden < 1) {
            throw new IllegalArgumentException("Invalid model.rssm.width=%d, latents=%d, hidden=%d: must be at least 1"
                    .formatted(width, latents, hidden));
        }
        if (particles < 1 || particles > MOST_PARTICLES) {
            throw new IllegalArgumentException(
                    "Invalid model.rssm.particles=%d: must be 1 to %d".formatted(particles, MOST_PARTICLES));
        }
        if (classes < 0 || classes == 1) {
            throw new IllegalArgumentException(
                    "Invalid model.rssm.classes=%d: must be at least 2, or 0 for normal variables".formatted(classes));
        }
        if (!(balance >= 0 && balance < 1)) {
            throw new IllegalArgumentException(
                    "Invalid model.rssm.balance=%s: must be from 0 to below 1".formatted(balance));
        }
        if (!(free >= 0 && free < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Invalid model.rssm.free=%s: must be at least 0, and finite".formatted(free));
        }
    }

    /** Whether the variables are normal ones. */
    public boolean normal() {
        return classes == 0;
    }
}
