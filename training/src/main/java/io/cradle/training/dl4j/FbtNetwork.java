package io.cradle.training.dl4j;

import io.cradle.training.model.FbtShape;
import io.cradle.training.model.HeadShape;
import java.util.List;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A flat binary transformer (boxLCD's FBT), as a SameDiff graph: actions {@code [N, T, A]} in, and T + 1 observations to be said.
 *
 * <p>The loss is a bound on −log p of an observation given those before it, in nats: what its code costs, given those before it and the actions,
 * averaged over all N * T codes that follow one; and what it costs itself, given its code, averaged over all N * (T + 1). Codes are bits, with the gradient
 * of their probability to what they say. To the transformer they are constants: boxLCD trains it after its autoencoder, here both learn at
 * once, and neither hinders the other. With a weight, codes are also drawn to what the transformer expects.
 */
final class FbtNetwork {
    /** Name of the input {@code [N, T + 1, F]}. */
    static final String FRAMES = "frames";
    /** Name of the input {@code [N, T + 1, P]}; only where P is above 0. */
    static final String PROPRIO = "proprio";
    /** Name of the input {@code [N, T, A]}. */
    static final String ACTIONS = "actions";
    /** Name of the output {@code [N * (T + 1), bits]}: logits of codes. */
    static final String CODES = "codes";
    /** Name of what codes cost, nats. */
    static final String SAYING = "saying";
    /** Name of what observations cost given their codes, nats. */
    static final String DECODING = "decoding";
    /** Name of the loss, the sum of both. */
    static final String LOSS = "loss";

    /** Name of the output {@code [N * (T + 1), F]}: logits of pixels given the codes. */
    static final String DECODED = "decoded";

    /** Makes bits of logits. */
    interface Rounding {
        /**
         * 1 where a logit is above 0.
         *
         * @param weight of the gradient of their probability
         */
        SDVariable bits(SDVariable logits, double weight);
    }

    /** Axes that a slice in time takes whole: examples and bits. */
    private static final int ALL = 0b101;

    private final FbtShape shape;
    private final double meanInk;
    private final Rounding rounding;
    private final Initial initial;
    private final SameDiff graph;

    private FbtNetwork(FbtShape shape, double meanInk, Rounding rounding, Initial initial) {
        this.shape = shape;
        this.meanInk = meanInk;
        this.rounding = rounding;
        this.initial = initial;
        this.graph = initial.graph();
    }

    /**
     * A new network with random weights.
     *
     * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
     */
    static SameDiffModel create(FbtShape shape, long seed, double meanInk, DataType type) {
        return create(shape, meanInk, StraightThrough::bits, new Initial(SameDiff.create(), type, new Random(seed)));
    }

    /** As {@link #create(FbtShape, long, double, DataType)}, with bits that are made in some other way. */
    static SameDiffModel create(FbtShape shape, double meanInk, Rounding rounding, Initial initial) {
        new FbtNetwork(shape, meanInk, rounding, initial).build();
        List<String> said = shape.senses().proprio() > 0 ? List.of(FRAMES, PROPRIO) : List.of(FRAMES);
        return new SameDiffModel(initial.graph(), List.of(ACTIONS), said, LOSS);
    }

    private void build() {
        int size = shape.senses().proprio();
        SDVariable frames = observed(FRAMES, shape.pixels());
        SDVariable proprio = size == 0 ? null : observed(PROPRIO, size);
        CodecGraph codec = new CodecGraph(shape.code(), initial, meanInk);
        SDVariable logits = codec.logits(proprio == null ? frames : graph.concat(1, frames, proprio))
                .rename(CODES);
        SDVariable decoding =
                codec.cost(rounding.bits(logits, 1), frames, proprio).rename(DECODING);
        SDVariable saying = saying(logits).rename(SAYING);
        saying.add(LOSS, decoding);
        graph.setLossVariables(LOSS);
    }

    /** {@code [N * (T + 1), width]}. */
    private SDVariable observed(String name, int width) {
        return initial.rows(initial.input(name, shape.frames() + 1, width), width);
    }

    /** What codes 1 … T cost, given those before each. */
    private SDVariable saying(SDVariable logits) {
        SDVariable now = steps(rounding.bits(logits, 0), 0);
        SDVariable next = steps(rounding.bits(logits, shape.code().config().weight()), 1);
        SDVariable actions = initial.rows(initial.input(ACTIONS, shape.frames(), shape.actions()), shape.actions());
        SDVariable features = new TransformerGraph(shape.dynamics(), initial).features(graph.concat(1, now, actions));
        return new HeadGraph(shape.dynamics().head(), initial, shape.frames(), 0.5)
                .frameCost(features, grouped(next), grouped(now));
    }

    /** {@code [N, bits]} of codes, group by group as {@link HeadShape#order} has it. */
    private SDVariable grouped(SDVariable codes) {
        int grid = shape.dynamics().config().grid();
        if (grid == 1) {
            return codes;
        }
        int size = shape.dynamics().head().groupPixels();
        SDVariable apart = graph.reshape(codes, -1, grid, size, grid);
        return initial.rows(graph.permute(apart, 0, 1, 3, 2), shape.code().bits());
    }

    /** {@code [N * T, bits]} of the steps from this one on. */
    private SDVariable steps(SDVariable codes, int from) {
        int bits = shape.code().bits();
        SDVariable all = graph.reshape(codes, -1, shape.frames() + 1, bits);
        long[] begin = {0, from, 0};
        long[] end = {0, from + shape.frames(), 0};
        return initial.rows(graph.stridedSlice(all, begin, end, new long[] {1, 1, 1}, ALL, ALL, 0, 0, 0), bits);
    }
}
