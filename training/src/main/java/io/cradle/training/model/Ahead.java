package io.cradle.training.model;

import java.util.List;
import java.util.SplittableRandom;

/** What an RSSM says of one world's next observation, before its stochastic state is known. */
final class Ahead {
    private final RssmModel model;
    private final float[] belief; // h_{t+1}
    private final float[] prior;
    private final float[] decoded;
    private final Observation last; // o_t
    private final int step; // t + 1
    private Mixture mixture; // once it was asked for
    private float[] likeliest; // once it was asked for
    private Observation drawn; // last
    private float[] drawnLatent;

    Ahead(RssmModel model, float[] belief, Observation last, int step) {
        this.model = model;
        this.belief = belief;
        this.prior = model.prior(belief);
        this.decoded = model.decoded(belief);
        this.last = last;
        this.step = step;
    }

    private Mixture mixture() {
        if (mixture == null) {
            List<float[]> latents = model.particles(prior, step);
            mixture = new Mixture(latents, latents.stream().map(this::said).toList());
        }
        return mixture;
    }

    private Said said(float[] latent) {
        return model.said(decoded, latent, last);
    }

    /** {@code [F]} p(ink) of each pixel given the frame that came. */
    float[] given(float[] came) {
        return mixture().given(came);
    }

    /** {@code [F]} p(ink) of each pixel given the likeliest pixels before it. */
    float[] likeliest() {
        if (likeliest == null) {
            likeliest = mixture().likeliest();
        }
        return likeliest;
    }

    /** {@code [P]} expected. */
    float[] proprio() {
        return mixture().proprio();
    }

    /** An observation of a stochastic state that is drawn at a temperature, as it is. */
    Observation drawn(SplittableRandom random, double temperature) {
        Latents latents = model.latents();
        drawnLatent = latents.drawn(prior, latents.noise(random), temperature);
        Said said = said(drawnLatent);
        float[] frame = said.drawn(random, temperature);
        Gaussian proprio = HeadPrediction.proprio(model.head(), List.of(said));
        drawn = new Observation(frame, proprio.sample(0, random, temperature));
        return drawn;
    }

    /** Goes on with the stochastic state that an observation was drawn with, or that makes it likeliest. */
    RssmWorld imagined(Observation next) {
        float[] latent = next == drawn ? drawnLatent : mixture().likeliestLatent(next.frame());
        return new RssmWorld(model, belief, latent, next, step);
    }
}
