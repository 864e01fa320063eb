package io.cradle.training.model;

import io.cradle.dataset.spec.Seeds;
import java.util.SplittableRandom;

/**
 * Stochastic states that a posterior draws along a recording, and what they make of it. Where it is prompted, the states are the prompt's
 * and cost nothing.
 *
 * @param model that draws
 * @param recording that is gone along
 * @param first step that is charged for, at least 1
 */
record Trajectories(RssmModel model, Recording recording, int first) {
    private static final double NATS_A_BIT = Math.log(2);
    private static final double NORMAL = 0.5 * Math.log(2 * Math.PI);

    Trajectories {
        if (first < 1 || first >= recording.steps()) {
            throw new IllegalArgumentException("Cannot bound a recording of %d steps from %d on: give 1 to %d"
                    .formatted(recording.steps(), first, recording.steps() - 1));
        }
    }

    /** Of so many trajectories. */
    Bounds bounds(int count, long seed) {
        double[] weights = new double[count];
        double divergence = 0;
        for (int k = 0; k < count; k++) {
            double[] weight = weight(new SplittableRandom(Seeds.child(seed, k)));
            weights[k] = weight[0];
            divergence += weight[1] / count;
        }
        double bits = NATS_A_BIT * (recording.steps() - first);
        return new Bounds(-mean(weights) / bits, -logMean(weights) / bits, divergence / bits);
    }

    /** ln of p(o, z) / q(z) along one trajectory, and its divergences, nats. */
    private double[] weight(SplittableRandom random) {
        Latents latents = model.latents();
        float[] belief = new float[model.shape().width()];
        float[] posterior = model.posterior(belief, recording.observation(0));
        float[] latent = latents.drawn(posterior, latents.noise(random), 1);
        double weight = 0;
        double divergence = 0;
        for (int t = 1; t < recording.steps(); t++) {
            belief = model.advanced(belief, latent, recording.observation(t - 1), recording.action(t - 1));
            posterior = model.posterior(belief, recording.observation(t));
            latent = latents.drawn(posterior, latents.noise(random), 1);
            if (t >= first) {
                float[] prior = model.prior(belief);
                weight += log(belief, latent, t) + latents.log(prior, latent) - latents.log(posterior, latent);
                divergence += latents.divergence(posterior, prior);
            }
        }
        return new double[] {weight, divergence};
    }

    /** ln p(o_t | h_t, z_t, o_{t-1}). */
    private double log(float[] belief, float[] latent, int t) {
        Observation came = recording.observation(t);
        Said said = model.said(model.decoded(belief), latent, recording.observation(t - 1));
        float[] ink = said.given(came.frame());
        double log = 0;
        for (int i = 0; i < ink.length; i++) {
            log += came.frame()[i] > 0 ? Math.log(ink[i]) : Math.log1p(-ink[i]);
        }
        float[] deviation = model.head().proprioDeviation();
        int unsaid = came.proprio().length - deviation.length;
        for (int i = 0; i < deviation.length; i++) {
            double off = (came.proprio()[unsaid + i] - said.proprio()[i]) / deviation[i];
            log -= off * off / 2 + Math.log(deviation[i]) + NORMAL;
        }
        return log;
    }

    private static double mean(double[] logs) {
        double sum = 0;
        for (double log : logs) {
            sum += log;
        }
        return sum / logs.length;
    }

    private static double logMean(double[] logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum / logs.length);
    }
}
