package io.cradle.training.model;

import java.util.ArrayList;
import java.util.List;

/** Says what the next observation is, in plain Java; immutable. See {@link HeadShape} for the formula. */
final class Head {
    private final HeadShape shape;
    private final NamedWeights weights;
    private final int[] order;
    private final float[] deviation;
    private final List<float[]> starts = new ArrayList<>();

    Head(HeadShape shape, NamedWeights weights) {
        this.shape = shape;
        this.weights = weights;
        this.order = shape.order();
        this.deviation = shape.senses().said() == 0
                ? new float[0]
                : weights.deviations(HeadShape.PROPRIO_DEVIATION, shape.haste());
        for (int g = 0; shape.groups() > 1 && g < shape.groups(); g++) {
            starts.add(weights.vector(HeadShape.group(g) + HeadShape.START));
        }
    }

    HeadShape shape() {
        return shape;
    }

    /** {@code [P]}. */
    float[] proprioDeviation() {
        return deviation;
    }

    /**
     * What is said of one world.
     *
     * @param features {@code [in]}
     * @param last o_t
     */
    Said said(float[] features, Observation last) {
        float[] logits = weights.affine(features, HeadShape.FRAME, HeadShape.BIAS);
        float[] context = shape.groups() > 1 ? weights.named(HeadShape.CONTEXT).product(features) : new float[0];
        return new Said(this, logits, context, last.frame(), proprio(features, last));
    }

    private float[] proprio(float[] features, Observation last) {
        if (deviation.length == 0) {
            return deviation;
        }
        float[] mean = weights.affine(features, HeadShape.PROPRIO, HeadShape.PROPRIO_BIAS);
        int unsaid = shape.senses().proprio() - mean.length;
        for (int i = 0; i < mean.length; i++) {
            mean[i] += last.proprio()[unsaid + i];
        }
        return mean;
    }

    /** Where the pixel at this place of the order of groups lies in a frame. */
    int pixel(int place) {
        return order[place];
    }

    /** {@code [F / G]} what a group's logits gain from hidden numbers; those are left as they are. */
    float[] gain(int g, float[] known) {
        float[] hidden = known.clone();
        float[] start = starts.get(g);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(0, hidden[i] + start[i]);
        }
        return weights.named(HeadShape.group(g) + HeadShape.SAID).product(hidden);
    }

    /** Adds a pixel of ink to what is known. */
    void see(int g, int within, float[] known) {
        if (g < shape.groups() - 1) {
            weights.named(HeadShape.group(g) + HeadShape.SEEN).addScaled(1, within, known);
        }
    }
}
