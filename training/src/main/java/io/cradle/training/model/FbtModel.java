package io.cradle.training.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A trained flat binary transformer, in plain Java for the reasons of {@link DenseFrameModel}; immutable. It remembers codes, and goes on with
 * the codes that it drew.
 */
final class FbtModel implements WorldModel {
    private final FbtShape shape;
    private final Codec codec;
    private final TransformerModel dynamics;

    /** @param parameters {@code [shape.parameters()]} in the order of {@link FbtShape#variables} */
    FbtModel(FbtShape shape, Floats parameters) {
        NamedWeights weights = new NamedWeights(shape.variables(), parameters);
        this.shape = shape;
        this.codec = new Codec(shape.code(), weights);
        this.dynamics = new TransformerModel(shape.dynamics(), weights);
    }

    @Override
    public String name() {
        return "fbt";
    }

    @Override
    public int memory() {
        return shape.frames();
    }

    @Override
    public int needs() {
        return 1;
    }

    @Override
    public long worldBytes() {
        return dynamics.worldBytes();
    }

    /** Other codes than the one that a frame is given may stand for it too. */
    @Override
    public Likelihood likelihood() {
        return Likelihood.UPPER;
    }

    Codec codec() {
        return codec;
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        List<Prompt> codes = prompts.stream().map(this::codes).toList();
        return new FbtBelief(
                this,
                dynamics.begin(codes),
                new ArrayList<>(prompts.stream().map(Prompt::last).toList()));
    }

    private Prompt codes(Prompt prompt) {
        return prompt.latent().size() > 0
                ? remembered(prompt.latent().values())
                : new Prompt(prompt.observations().stream().map(codec::code).toList(), prompt.actions());
    }

    /** What {@link #latent} put down. */
    private Prompt remembered(float[] latent) {
        int bits = shape.code().bits();
        int length = (latent.length + shape.actions()) / (bits + shape.actions());
        if (length < 1 || length * (bits + shape.actions()) - shape.actions() != latent.length) {
            throw new IllegalArgumentException(
                    "Cannot go on from %d numbers: no codes of %d bits with actions of %d numbers between them"
                            .formatted(latent.length, bits, shape.actions()));
        }
        List<Observation> codes = new ArrayList<>();
        List<float[]> actions = new ArrayList<>();
        for (int t = 0; t < length; t++) {
            int from = t * (bits + shape.actions());
            codes.add(Observation.ofFrame(Arrays.copyOfRange(latent, from, from + bits)));
            if (t < length - 1) {
                actions.add(Arrays.copyOfRange(latent, from + bits, from + bits + shape.actions()));
            }
        }
        return new Prompt(codes, actions);
    }

    /** Code, action, code … code in one row. */
    Floats latent(Prompt codes) {
        int step = shape.code().bits() + shape.actions();
        float[] latent = new float[codes.length() * step - shape.actions()];
        for (int t = 0; t < codes.length(); t++) {
            float[] code = codes.observations().get(t).frame();
            System.arraycopy(code, 0, latent, t * step, code.length);
            if (t < codes.length() - 1) {
                System.arraycopy(codes.actions().get(t), 0, latent, t * step + code.length, shape.actions());
            }
        }
        return Floats.owning(latent);
    }
}
