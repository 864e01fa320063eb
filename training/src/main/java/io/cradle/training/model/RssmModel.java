package io.cradle.training.model;

import io.cradle.dataset.spec.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A trained recurrent state-space model, in plain Java for the reasons of {@link DenseFrameModel}; immutable. {@link RssmShape} has the
 * formulas.
 *
 * <p>What it says of o_{t+1} is a mixture of some draws of the prior, from a seed that depends on t alone: a distribution that sums to one,
 * so that its bits are exact, though not those of the whole model, whose bounds {@link #bounds} gives.
 */
final class RssmModel implements WorldModel {
    private static final long PRIOR_SEED = 1;
    private static final long BOUNDS_SEED = 2;
    private static final int TRAJECTORIES = 16;

    private final RssmShape shape;
    private final NamedWeights weights;
    private final Latents latents;
    private final Head head;
    private final float[] nothing;

    /** @param parameters {@code [shape.parameters()]} in the order of {@link RssmShape#variables} */
    RssmModel(RssmShape shape, Floats parameters) {
        this.shape = shape;
        this.weights = new NamedWeights(shape.variables(), parameters);
        this.latents = Latents.of(shape.sizes());
        this.head = new Head(shape.head(), weights);
        this.nothing = new float[shape.senses().proprio()];
    }

    @Override
    public String name() {
        return shape.sizes().normal() ? "rssm-gaussian" : "rssm";
    }

    /** Its recurrent state forgets nothing for sure. */
    @Override
    public int memory() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int needs() {
        return 1;
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return new RssmBelief(
                head,
                prompts.stream().map(prompt -> RssmWorld.begin(this, prompt)).toList());
    }

    @Override
    public Optional<Bounds> bounds(Recording recording, int first) {
        return Optional.of(new Trajectories(this, recording, first).bounds(TRAJECTORIES, BOUNDS_SEED));
    }

    RssmShape shape() {
        return shape;
    }

    Latents latents() {
        return latents;
    }

    Head head() {
        return head;
    }

    /** Draws of the prior that a prediction of o_{step} is a mixture of. */
    List<float[]> particles(float[] prior, int step) {
        SplittableRandom random = new SplittableRandom(Seeds.child(PRIOR_SEED, step));
        List<float[]> drawn = new ArrayList<>();
        for (int k = 0; k < shape.sizes().particles(); k++) {
            drawn.add(latents.drawn(prior, latents.noise(random), 1));
        }
        return drawn;
    }

    /**
     * h_{t+1}, with the GRU of Dreamer (Hafner et al., 2020), which resets the whole candidate.
     *
     * @param belief h_t
     * @param latent z_t
     * @param last o_t
     */
    float[] advanced(float[] belief, float[] latent, Observation last, float[] action) {
        float[] acted = new float[shape.actions()];
        shape.senses().put(action, acted, 0);
        float[] gates = weights.affine(acted, RssmShape.GATES + RssmShape.WEIGHTS, RssmShape.GATES + RssmShape.BIAS);
        weights.named(RssmShape.GATES + RssmShape.LATENT).addProduct(latent, gates);
        weights.named(RssmShape.GATES + RssmShape.BELIEF).addProduct(belief, gates);
        if (shape.sizes().told()) {
            weights.named(RssmShape.GATES + RssmShape.SEEN).addProduct(embedded(last), gates);
        }
        int width = shape.width();
        float[] next = belief.clone();
        for (int i = 0; i < width; i++) {
            double candidate = StrictMath.tanh(sigmoid(gates[i]) * gates[width + i]);
            next[i] += (float) (sigmoid(gates[2 * width + i]) * (candidate - belief[i]));
        }
        return next;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** Numbers of p(z_t | h_t). */
    float[] prior(float[] belief) {
        return out(
                weights.affine(belief, RssmShape.PRIOR + RssmShape.WEIGHTS, RssmShape.PRIOR + RssmShape.BIAS),
                RssmShape.PRIOR);
    }

    /** Numbers of q(z_t | h_t, o_t). */
    float[] posterior(float[] belief, Observation seen) {
        float[] hidden = weights.affine(
                embedded(seen), RssmShape.POSTERIOR + RssmShape.WEIGHTS, RssmShape.POSTERIOR + RssmShape.BIAS);
        weights.named(RssmShape.POSTERIOR + RssmShape.BELIEF).addProduct(belief, hidden);
        return out(hidden, RssmShape.POSTERIOR);
    }

    private float[] embedded(Observation seen) {
        float[] joined = new float[shape.senses().observed()];
        shape.senses().put(seen, joined, 0);
        float[] embedded =
                weights.affine(joined, RssmShape.EMBED + RssmShape.WEIGHTS, RssmShape.EMBED + RssmShape.BIAS);
        rectify(embedded);
        return embedded;
    }

    private float[] out(float[] hidden, String layer) {
        rectify(hidden);
        String out = layer + RssmShape.OUT;
        return weights.affine(hidden, out + RssmShape.WEIGHTS, out + RssmShape.BIAS);
    }

    /** {@code [hidden]} what the recurrent state adds to the features. */
    float[] decoded(float[] belief) {
        return weights.affine(belief, RssmShape.DECODE + RssmShape.WEIGHTS, RssmShape.DECODE + RssmShape.BIAS);
    }

    /**
     * What is said of o_t.
     *
     * @param decoded of h_t
     * @param latent z_t
     * @param last o_{t-1}
     */
    Said said(float[] decoded, float[] latent, Observation last) {
        float[] features = decoded.clone();
        weights.named(RssmShape.DECODE + RssmShape.LATENT).addProduct(latent, features);
        rectify(features);
        return head.said(features, shape.sizes().told() ? last : new Observation(last.frame(), nothing));
    }

    private static void rectify(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i], 0);
        }
    }
}
