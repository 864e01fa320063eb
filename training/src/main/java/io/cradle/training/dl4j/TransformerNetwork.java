package io.cradle.training.dl4j;

import io.cradle.training.model.TransformerShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A causal transformer over time (Radford et al., "Language models are unsupervised multitask learners", 2019), as a SameDiff graph: frames
 * {@code [N, T, F]} of bits, proprio {@code [N, T, P]} and actions {@code [N, T, A]} in, and a head that says what observations follow. The
 * token of a time is one dense embedding of all of it, plus one of its place.
 *
 * <p>The loss is the head's: nats, summed over the numbers of an observation and averaged over all N * T observations.
 */
final class TransformerNetwork {
    /** Name of the input {@code [N, T, F]}. */
    static final String FRAMES = "frames";
    /** Name of the input {@code [N, T, A]}. */
    static final String ACTIONS = "actions";
    /** Name of the loss. */
    static final String LOSS = "loss";

    private final TransformerShape shape;
    private final double meanInk;
    private final Initial initial;
    private final SameDiff graph;

    private TransformerNetwork(TransformerShape shape, long seed, double meanInk, DataType type) {
        this.shape = shape;
        this.meanInk = meanInk;
        this.initial = new Initial(SameDiff.create(), type, new Random(seed));
        this.graph = initial.graph();
    }

    /**
     * A new network with random weights.
     *
     * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
     */
    static SameDiffModel create(TransformerShape shape, long seed, double meanInk, DataType type) {
        TransformerNetwork network = new TransformerNetwork(shape, seed, meanInk, type);
        network.build();
        List<String> features = new ArrayList<>(List.of(FRAMES, ACTIONS));
        features.addAll(HeadGraph.features(shape.head()));
        return new SameDiffModel(network.graph, features, HeadGraph.labels(shape.head()), LOSS);
    }

    private void build() {
        SDVariable proprio = proprio();
        SDVariable features = new TransformerGraph(shape, initial).features(joined(proprio));
        new HeadGraph(shape.head(), initial, shape.frames(), meanInk)
                .cost(features, proprio)
                .rename(LOSS);
        graph.setLossVariables(LOSS);
    }

    /** {@code [N * T, P]}; null where P is 0. */
    private SDVariable proprio() {
        int size = shape.senses().proprio();
        return size == 0 ? null : input(HeadGraph.PROPRIO, size);
    }

    /** {@code [N * T, F + P + A]}. */
    private SDVariable joined(SDVariable proprio) {
        SDVariable frames = input(FRAMES, shape.pixels());
        SDVariable actions = input(ACTIONS, shape.actions());
        return proprio == null ? graph.concat(1, frames, actions) : graph.concat(1, frames, proprio, actions);
    }

    private SDVariable input(String name, int width) {
        return initial.rows(initial.input(name, shape.frames(), width), width);
    }
}
