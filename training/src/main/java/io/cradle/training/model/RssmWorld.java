package io.cradle.training.model;

import java.util.List;

/** What an RSSM holds of one world after o_t; immutable. */
final class RssmWorld {
    private final RssmModel model;
    private final float[] belief; // h_t
    private final float[] latent; // z_t
    private final Observation last; // o_t
    private final int step; // t

    RssmWorld(RssmModel model, float[] belief, float[] latent, Observation last, int step) {
        this.model = model;
        this.belief = belief;
        this.latent = latent;
        this.last = last;
        this.step = step;
    }

    /** After a prompt, or where {@link #held} left off. */
    static RssmWorld begin(RssmModel model, Prompt prompt) {
        if (prompt.latent().size() > 0) {
            return restored(model, prompt);
        }
        List<Observation> seen = prompt.observations();
        RssmWorld world = seen(model, new float[model.shape().width()], seen.get(0), 0);
        for (int t = 1; t < seen.size(); t++) {
            world = world.observed(prompt.actions().get(t - 1), seen.get(t));
        }
        return world;
    }

    private static RssmWorld restored(RssmModel model, Prompt prompt) {
        float[] held = prompt.latent().values();
        int width = model.shape().width();
        int latent = model.shape().latent();
        if (held.length != width + latent + 1) {
            throw new IllegalArgumentException(
                    "Cannot go on from %d held numbers: the network holds %d; they are another's"
                            .formatted(held.length, width + latent + 1));
        }
        float[] belief = new float[width];
        float[] state = new float[latent];
        System.arraycopy(held, 0, belief, 0, width);
        System.arraycopy(held, width, state, 0, latent);
        return new RssmWorld(model, belief, state, prompt.last(), (int) held[width + latent]);
    }

    /** The last observation, and h_t, z_t and t as its latent. */
    Prompt held() {
        float[] held = new float[belief.length + latent.length + 1];
        System.arraycopy(belief, 0, held, 0, belief.length);
        System.arraycopy(latent, 0, held, belief.length, latent.length);
        held[held.length - 1] = step;
        return new Prompt(List.of(last), List.of(), Floats.owning(held));
    }

    /** What o_{t+1} may be. */
    Ahead ahead(float[] action) {
        return new Ahead(model, model.advanced(belief, latent, last, action), last, step + 1);
    }

    /** After o_{t+1}. */
    RssmWorld observed(float[] action, Observation next) {
        return seen(model, model.advanced(belief, latent, last, action), next, step + 1);
    }

    /** Takes the posterior's likeliest state: what was predicted from it costs fewer bits than from a draw. */
    private static RssmWorld seen(RssmModel model, float[] belief, Observation seen, int step) {
        return new RssmWorld(model, belief, model.latents().likeliest(model.posterior(belief, seen)), seen, step);
    }
}
