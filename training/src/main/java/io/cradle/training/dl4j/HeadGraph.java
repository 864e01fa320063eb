package io.cradle.training.dl4j;

import io.cradle.training.model.HeadShape;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The end of a graph: what is said of the next observations from features, and what it costs, in nats an observation. {@link HeadShape} has
 * the formula. A logit sees the pixels of earlier groups alone, since those of its own and later groups are never an input to it.
 */
final class HeadGraph {
    /** Name of the label {@code [N, T, F]}: the frames that follow, group by group. */
    static final String NEXT = "next";
    /** Name of the label {@code [N, T, S]}: what of the proprio that follows is said; only where P is above 0. */
    static final String NEXT_PROPRIO = "next.proprio";
    /** Name of the input {@code [N, T, F]}: the frames of now, group by group; only where changes are said. */
    static final String LAST = "last";
    /** Name of the input {@code [N, T, P]}: the proprio of now; only where P is above 0. */
    static final String PROPRIO = "proprio";
    /** Name of the output {@code [N * T, F]}: logits, group by group. */
    static final String LOGITS = "logits";

    private static final double SPREAD = 0.02;
    private static final double SEEN_SPREAD = 0.3;

    private final HeadShape shape;
    private final Initial initial;
    private final SameDiff graph;
    private final int steps;
    private final double firstLogit;

    /**
     * The end of this graph.
     *
     * @param steps T
     * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
     */
    HeadGraph(HeadShape shape, Initial initial, int steps, double meanInk) {
        this.shape = shape;
        this.initial = initial;
        this.graph = initial.graph();
        this.steps = steps;
        this.firstLogit = Math.log(meanInk / (1 - meanInk));
    }

    /** Names of the features that every graph with such a head has beside its own, in the order of a minibatch. */
    static List<String> features(HeadShape shape) {
        List<String> names = new ArrayList<>();
        if (shape.config().residual()) {
            names.add(LAST);
        }
        if (shape.senses().proprio() > 0) {
            names.add(PROPRIO);
        }
        return names;
    }

    /** Names of the labels, in the order of a minibatch. */
    static List<String> labels(HeadShape shape) {
        return shape.senses().proprio() > 0 ? List.of(NEXT, NEXT_PROPRIO) : List.of(NEXT);
    }

    /**
     * Mean cost of an observation, nats, frames and proprio together: a scalar.
     *
     * @param features {@code [N * T, in]}
     * @param proprio {@code [N * T, P]} of now; null where P is 0
     */
    SDVariable cost(SDVariable features, SDVariable proprio) {
        int pixels = shape.senses().pixels();
        SDVariable next = initial.rows(initial.input(NEXT, steps, pixels), pixels);
        SDVariable frame = frameCost(features, next, null);
        return proprio == null ? frame : frame.add(proprioCost(features, proprio));
    }

    /**
     * Mean cost of frames that the graph itself makes, nats: a scalar.
     *
     * @param features {@code [N * T, in]}
     * @param next {@code [N * T, F]} bits that follow, group by group
     * @param last {@code [N * T, F]} bits of now, group by group; null for an input
     */
    SDVariable frameCost(SDVariable features, SDVariable next, SDVariable last) {
        return BitLoss.nats(
                graph, logits(features, next, last), next, shape.senses().pixels());
    }

    private SDVariable logits(SDVariable features, SDVariable next, SDVariable given) {
        int pixels = shape.senses().pixels();
        SDVariable bias = initial.constant(HeadShape.BIAS, pixels, firstLogit);
        SDVariable scores = initial.linear(features, HeadShape.FRAME, shape.in(), pixels, SPREAD);
        SDVariable direct = graph.nn.biasAdd(scores, bias, false);
        SDVariable logits = shape.groups() == 1 ? direct : direct.add(gains(features, next));
        if (!shape.config().residual()) {
            return logits.rename(LOGITS);
        }
        SDVariable last = given == null ? initial.rows(initial.input(LAST, steps, pixels), pixels) : given;
        return logits.mul(LOGITS, last.mul(-2).add(1));
    }

    /** {@code [N * T, F]} what each group's logits gain from what is known of the groups before it. */
    private SDVariable gains(SDVariable features, SDVariable next) {
        int hidden = shape.config().hidden();
        int size = shape.groupPixels();
        SDVariable known = initial.linear(features, HeadShape.CONTEXT, shape.in(), hidden, 1 / Math.sqrt(shape.in()));
        SDVariable[] came = graph.split(next, shape.groups(), 1);
        SDVariable[] gains = new SDVariable[shape.groups()];
        for (int g = 0; g < gains.length; g++) {
            String group = HeadShape.group(g);
            SDVariable start = initial.constant(group + HeadShape.START, hidden, 0);
            SDVariable active = initial.positive(graph.nn.biasAdd(known, start, false));
            gains[g] = initial.linear(active, group + HeadShape.SAID, hidden, size, SPREAD);
            if (g < gains.length - 1) {
                known = known.add(initial.linear(came[g], group + HeadShape.SEEN, size, hidden, SEEN_SPREAD));
            }
        }
        return graph.concat(1, gains);
    }

    private SDVariable proprioCost(SDVariable features, SDVariable proprio) {
        int size = shape.senses().said();
        SDVariable bias = initial.constant(HeadShape.PROPRIO_BIAS, size, 0);
        SDVariable change = initial.linear(features, HeadShape.PROPRIO, shape.in(), size, SPREAD);
        SDVariable mean = said(proprio).add(graph.nn.biasAdd(change, bias, false));
        SDVariable next = initial.rows(initial.input(NEXT_PROPRIO, steps, size), size);
        return NormalLoss.of(shape).nats(initial, mean, next, HeadShape.PROPRIO_DEVIATION, size);
    }

    /** {@code [N * T, S]} of now: all of it, or its latter half. */
    private SDVariable said(SDVariable proprio) {
        return shape.isMotion() ? graph.split(proprio, 2, 1)[1] : proprio;
    }
}
