package io.cradle.training.model;

import java.io.Serializable;
import java.util.SortedMap;

/**
 * Sizes of a binary autoencoder, after boxLCD's BVAE: an observation x gives the logits {@code W relu(V x + a) + c} of its code's bits, each 1
 * where its logit is above 0; a code gives the logits of the pixels, each by itself, and what proprio is expected to be, in the same way.
 *
 * @param senses sizes of observations
 * @param config sizes of the code
 */
public record CodeShape(Senses senses, CodeConfig config) implements Serializable {
    /** Hidden numbers from an observation. */
    public static final String ENCODER = "encoder.hidden";
    /** Logits of the code's bits. */
    public static final String BITS = "encoder.bits";
    /** Hidden numbers from a code. */
    public static final String DECODER = "decoder.hidden";
    /** Logits of the pixels. */
    public static final String FRAME = "decoder.frame";
    /** What proprio is expected to be. */
    public static final String PROPRIO = "decoder.proprio";
    /** ln of proprio's standard deviations, less {@link HeadShape#LEAST_DEVIATION}. */
    public static final String DEVIATION = "decoder.proprio.deviation";
    /** Of a layer: its matrix. */
    public static final String WEIGHTS = ".weights";
    /** Of a layer: its vector. */
    public static final String BIAS = ".bias";

    /** Bits of a code. */
    public int bits() {
        return config.bits();
    }

    /** Adds the shape of each variable by its name. */
    void addTo(SortedMap<String, int[]> variables) {
        add(ENCODER, senses.observed(), config.hidden(), variables);
        add(BITS, config.hidden(), bits(), variables);
        add(DECODER, bits(), config.hidden(), variables);
        add(FRAME, config.hidden(), senses.pixels(), variables);
        if (senses.proprio() > 0) {
            add(PROPRIO, config.hidden(), senses.proprio(), variables);
            variables.put(DEVIATION, new int[] {senses.proprio()});
        }
    }

    private static void add(String layer, int in, int out, SortedMap<String, int[]> variables) {
        variables.put(layer + WEIGHTS, new int[] {in, out});
        variables.put(layer + BIAS, new int[] {out});
    }

    /** Numbers in all variables; in floating point, where nothing overflows whatever a file claims. */
    double count() {
        double hidden = config.hidden();
        double said = senses.observed() * (hidden + 1) + senses.proprio();
        return (senses.observed() + 1) * hidden + (hidden + 1) * bits() + (bits() + 1) * hidden + said;
    }
}
