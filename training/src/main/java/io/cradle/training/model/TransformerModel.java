package io.cradle.training.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A trained causal transformer. Immutable, so any number of threads may use it; their beliefs are their own.
 *
 * <p>The forward pass is plain Java, a world at a time, for the reasons of {@link DenseFrameModel}: what a world dreams depends on that world
 * alone, to the last bit. Keys and values of a world's past are kept, so that a step costs one token.
 */
final class TransformerModel implements WorldModel {
    /** As in training. */
    static final float TINY = 1e-5f;

    private final TransformerShape shape;
    private final NamedWeights weights;
    private final Head head;

    /** @param parameters {@code [shape.parameters()]} in the order of {@link TransformerShape#variables} */
    TransformerModel(TransformerShape shape, Floats parameters) {
        this(shape, new NamedWeights(shape.variables(), parameters));
    }

    /** @param weights its own, perhaps among others */
    TransformerModel(TransformerShape shape, NamedWeights weights) {
        this.shape = shape;
        this.weights = weights;
        this.head = new Head(shape.head(), weights);
    }

    @Override
    public String name() {
        return shape.config().grid() > 1 ? "transformer-groups" : "transformer";
    }

    @Override
    public int memory() {
        return shape.frames();
    }

    @Override
    public int needs() {
        return 1;
    }

    /** Keys and values, and the observations that they are of. */
    @Override
    public long worldBytes() {
        return (long) Float.BYTES
                * shape.frames()
                * (2L * shape.layers() * shape.width() + shape.senses().joined());
    }

    /** A prompt that is given many times, as the same object, is read once. */
    @Override
    public TransformerBelief begin(List<Prompt> prompts) {
        IdentityHashMap<Prompt, TokenMemory> read = new IdentityHashMap<>();
        List<TokenMemory> worlds = new ArrayList<>();
        for (Prompt prompt : prompts) {
            worlds.add(read.computeIfAbsent(prompt, this::read).copy());
        }
        return new TransformerBelief(head, worlds);
    }

    private TokenMemory read(Prompt prompt) {
        TokenMemory world = new TokenMemory(this, prompt.observations().get(0));
        for (int t = 0; t < prompt.actions().size(); t++) {
            world.observe(prompt.actions().get(t), prompt.observations().get(t + 1));
        }
        return world;
    }

    TransformerShape shape() {
        return shape;
    }

    Matrix weight(String name) {
        return weights.named(name);
    }

    Head head() {
        return head;
    }

    /** Layer norm without weights. */
    static float[] normal(float[] x) {
        float mean = 0;
        for (float each : x) {
            mean += each;
        }
        mean /= x.length;
        float squares = 0;
        for (float each : x) {
            squares += (each - mean) * (each - mean);
        }
        float scale = 1 / ((float) Math.sqrt(squares / x.length) + TINY);
        float[] normal = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            normal[i] = (x[i] - mean) * scale;
        }
        return normal;
    }

    /** GELU in the form that ND4J trains with, x σ(1.702 x) (Hendrycks and Gimpel, "Gaussian error linear units", 2016); in place. */
    static void gelu(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (x[i] / (1 + StrictMath.exp(-1.702 * x[i])));
        }
    }
}
