package io.cradle.training.model;

/** Puts observations into binary codes and back, in plain Java; immutable. See {@link CodeShape} for the formula. */
final class Codec {
    private static final double NATS_A_BIT = Math.log(2);

    private final CodeShape shape;
    private final NamedWeights weights;
    private final float[] deviation;

    Codec(CodeShape shape, NamedWeights weights) {
        this.shape = shape;
        this.weights = weights;
        this.deviation = shape.senses().proprio() == 0 ? new float[0] : weights.deviations(CodeShape.DEVIATION);
    }

    CodeShape shape() {
        return shape;
    }

    /** {@code [P]} standard deviations of what a code says of proprio. */
    float[] deviation() {
        return deviation;
    }

    /** {@code [bits]} the code of an observation, as something that can be seen. */
    Observation code(Observation seen) {
        float[] x = new float[shape.senses().observed()];
        shape.senses().put(seen, x, 0);
        float[] code = layer(hidden(x, CodeShape.ENCODER), CodeShape.BITS);
        for (int i = 0; i < code.length; i++) {
            code[i] = code[i] > 0 ? 1 : 0;
        }
        return Observation.ofFrame(code);
    }

    /** What a code says. */
    Decoded decoded(Observation code) {
        float[] hidden = hidden(code.frame(), CodeShape.DECODER);
        float[] ink = Logits.probabilities(layer(hidden, CodeShape.FRAME));
        return new Decoded(ink, deviation.length == 0 ? deviation : layer(hidden, CodeShape.PROPRIO));
    }

    private float[] hidden(float[] x, String name) {
        float[] hidden = layer(x, name);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(hidden[i], 0);
        }
        return hidden;
    }

    private float[] layer(float[] x, String name) {
        return weights.affine(x, name + CodeShape.WEIGHTS, name + CodeShape.BIAS);
    }

    /** −log2 of the probability of these bits or pixels, where each is 1 with p. */
    static double bits(float[] p, float[] came) {
        double nats = 0;
        for (int i = 0; i < p.length; i++) {
            nats -= came[i] > 0 ? Math.log(p[i]) : Math.log1p(-p[i]);
        }
        return nats / NATS_A_BIT;
    }

    /** p(ink) {@code [F]} of each pixel, and what proprio {@code [P]} is expected to be. */
    static final class Decoded {
        private final float[] ink;
        private final float[] proprio;

        Decoded(float[] ink, float[] proprio) {
            this.ink = ink;
            this.proprio = proprio;
        }

        float[] ink() {
            return ink;
        }

        float[] proprio() {
            return proprio;
        }
    }
}
