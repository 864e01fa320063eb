package io.cradle.training.dl4j;

import io.cradle.training.model.RssmShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A recurrent state-space model as a SameDiff graph, unrolled over T steps: frames {@code [N, T + 1, F]} of bits, perhaps proprio
 * {@code [N, T + 1, P]}, actions {@code [N, T, A]} and noise {@code [N, T + 1, Z]} in. {@link RssmShape} has the formulas.
 *
 * <p>The loss is minus the evidence lower bound of observations 1 … T given observation 0: nats an observation, averaged over all N * T. What
 * does not pass from step to step is computed for all steps at once.
 */
final class RssmNetwork {
    /** Name of the input {@code [N, T + 1, F]}. */
    static final String FRAMES = "frames";
    /** Name of the input {@code [N, T, A]}. */
    static final String ACTIONS = "actions";
    /** Name of the input {@code [N, T + 1, P]}; only where P is above 0. */
    static final String FELT = "felt";
    /** Name of the noise {@code [N, T + 1, Z]}. */
    static final String NOISE = "noise";
    /** Name of the loss. */
    static final String LOSS = "loss";
    /** Name of the divergence within the loss, nats an observation. */
    static final String DIVERGENCE = "divergence";

    private final RssmShape shape;
    private final Initial initial;
    private final SameDiff graph;
    private final LatentGraph latents;

    private RssmNetwork(RssmShape shape, Initial initial, Stops stops) {
        this.shape = shape;
        this.initial = initial;
        this.graph = initial.graph();
        this.latents = new LatentGraph(graph, shape.sizes(), stops);
    }

    /**
     * A new network with random weights.
     *
     * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
     */
    static SameDiffModel create(RssmShape shape, long seed, double meanInk, DataType type) {
        return create(shape, meanInk, new Initial(SameDiff.create(), type, new Random(seed)), Stops.COUNTING);
    }

    /** As above, where gradients are stopped in another way. */
    static SameDiffModel create(RssmShape shape, double meanInk, Initial initial, Stops stops) {
        RssmNetwork network = new RssmNetwork(shape, initial, stops);
        network.build(meanInk);
        List<String> features = new ArrayList<>(List.of(FRAMES, ACTIONS));
        if (shape.senses().proprio() > 0) {
            features.add(FELT);
        }
        features.addAll(HeadGraph.features(shape.head()));
        return new SameDiffModel(
                network.graph,
                features,
                HeadGraph.labels(shape.head()),
                new TreeMap<>(Map.of(NOISE, network.latents.noise())),
                LOSS);
    }

    private void build(double meanInk) {
        Unrolled unrolled = new Unrolled();
        SDVariable belief = together(unrolled.beliefs, shape.width());
        SDVariable prior = out(layer(belief, RssmShape.PRIOR, shape.width(), shape.hidden()), RssmShape.PRIOR);
        SDVariable divergence = latents.cost(together(unrolled.posteriors, shape.distribution()), prior);
        SDVariable latent = together(unrolled.latents, shape.latent());
        SDVariable decoded = layer(belief, RssmShape.DECODE, shape.width(), shape.hidden());
        SDVariable features = initial.positive(
                decoded.add(linear(latent, RssmShape.DECODE + RssmShape.LATENT, shape.latent(), shape.hidden())));
        SDVariable observed = new HeadGraph(shape.head(), initial, shape.frames(), meanInk).cost(features, proprio());
        divergence = divergence.rename(DIVERGENCE);
        observed.add(divergence).rename(LOSS);
        graph.setLossVariables(LOSS);
    }

    /** {@code [N * T, P]} that the head's means are relative to: of now, or zeros; null where P is 0. */
    private SDVariable proprio() {
        int size = shape.senses().proprio();
        if (size == 0) {
            return null;
        }
        SDVariable now = initial.rows(initial.input(HeadGraph.PROPRIO, shape.frames(), size), size);
        return shape.sizes().told() ? now : now.mul(0);
    }

    /** {@code [N * T, width]} of T times {@code [N, width]}. */
    private SDVariable together(List<SDVariable> steps, int width) {
        return initial.rows(graph.stack(1, steps.toArray(SDVariable[]::new)), width);
    }

    /** The same numbers step by step, each {@code [N, width]}. */
    private List<SDVariable> apart(SDVariable rows, int steps, int width) {
        return Arrays.asList(graph.unstack(graph.reshape(rows, -1, steps, width), 1, steps));
    }

    /** {@code x W}, with new weights that keep the spread of x. */
    private SDVariable linear(SDVariable x, String weights, int in, int out) {
        return initial.linear(x, weights, in, out, 1 / Math.sqrt(in));
    }

    /** {@code x W + b}. */
    private SDVariable layer(SDVariable x, String name, int in, int out) {
        SDVariable bias = initial.constant(name + RssmShape.BIAS, out, 0);
        return graph.nn.biasAdd(linear(x, name + RssmShape.WEIGHTS, in, out), bias, false);
    }

    /** Numbers of a distribution, from hidden ones before their ReLU. */
    private SDVariable out(SDVariable hidden, String name) {
        return layer(initial.positive(hidden), name + RssmShape.OUT, shape.hidden(), shape.distribution());
    }

    /** What passes from step to step. */
    private final class Unrolled {
        private final List<SDVariable> beliefs = new ArrayList<>(); // h_1 … h_T
        private final List<SDVariable> posteriors = new ArrayList<>();
        private final List<SDVariable> latents = new ArrayList<>(); // z_1 … z_T

        private final SDVariable posterior =
                weight(RssmShape.POSTERIOR + RssmShape.BELIEF, shape.width(), shape.hidden());
        private final SDVariable fromBelief = weight(RssmShape.GATES + RssmShape.BELIEF, shape.width(), shape.gates());
        private final SDVariable fromLatent = weight(RssmShape.GATES + RssmShape.LATENT, shape.latent(), shape.gates());
        private final SDVariable out =
                weight(RssmShape.POSTERIOR + RssmShape.OUT + RssmShape.WEIGHTS, shape.hidden(), shape.distribution());
        private final SDVariable outBias =
                initial.constant(RssmShape.POSTERIOR + RssmShape.OUT + RssmShape.BIAS, shape.distribution(), 0);

        Unrolled() {
            int steps = shape.frames();
            SDVariable embedded = embedded();
            List<SDVariable> seen = apart(
                    layer(embedded, RssmShape.POSTERIOR, shape.hidden(), shape.hidden()), steps + 1, shape.hidden());
            List<SDVariable> acted = apart(acted(), steps, shape.gates());
            List<SDVariable> told = shape.sizes().told()
                    ? apart(
                            linear(embedded, RssmShape.GATES + RssmShape.SEEN, shape.hidden(), shape.gates()),
                            steps + 1,
                            shape.gates())
                    : List.of();
            List<SDVariable> noise = apart(initial.input(NOISE, steps + 1, shape.latent()), steps + 1, shape.latent());
            SDVariable belief = null;
            SDVariable latent = RssmNetwork.this.latents.drawn(numbers(seen.get(0)), noise.get(0));
            for (int t = 1; t <= steps; t++) {
                SDVariable known = acted.get(t - 1);
                belief = advanced(belief, latent, told.isEmpty() ? known : known.add(told.get(t - 1)));
                SDVariable numbers = numbers(seen.get(t).add(graph.mmul(belief, posterior)));
                latent = RssmNetwork.this.latents.drawn(numbers, noise.get(t));
                beliefs.add(belief);
                posteriors.add(numbers);
                latents.add(latent);
            }
        }

        private SDVariable weight(String name, int in, int out) {
            return initial.normal(name, in, out, 1 / Math.sqrt(in));
        }

        /** {@code [N * (T + 1), hidden]}. */
        private SDVariable embedded() {
            int steps = shape.frames() + 1;
            int felt = shape.senses().proprio();
            SDVariable frames = initial.rows(initial.input(FRAMES, steps, shape.pixels()), shape.pixels());
            SDVariable observed =
                    felt == 0 ? frames : graph.concat(1, frames, initial.rows(initial.input(FELT, steps, felt), felt));
            SDVariable embedded =
                    layer(observed, RssmShape.EMBED, shape.senses().observed(), shape.hidden());
            return initial.positive(embedded);
        }

        /** {@code [N * T, 3 H]} what actions tell the gates. */
        private SDVariable acted() {
            SDVariable actions = initial.input(ACTIONS, shape.frames(), shape.actions());
            return layer(initial.rows(actions, shape.actions()), RssmShape.GATES, shape.actions(), shape.gates());
        }

        private SDVariable numbers(SDVariable hidden) {
            return graph.nn.biasAdd(graph.mmul(initial.positive(hidden), out), outBias, false);
        }

        /** h_t; null stands for zeros. */
        private SDVariable advanced(SDVariable belief, SDVariable latent, SDVariable acted) {
            SDVariable told = acted.add(graph.mmul(latent, fromLatent));
            SDVariable[] gates = graph.split(belief == null ? told : told.add(graph.mmul(belief, fromBelief)), 3, 1);
            SDVariable candidate = graph.math.tanh(graph.nn.sigmoid(gates[0]).mul(gates[1]));
            SDVariable update = graph.nn.sigmoid(gates[2]);
            return belief == null ? update.mul(candidate) : belief.add(update.mul(candidate.sub(belief)));
        }
    }
}
