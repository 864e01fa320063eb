package io.cradle.training.dl4j;

import io.cradle.training.model.RssmConfig;
import io.cradle.training.model.RssmShape;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Draws and divergences of a stochastic state in a graph; the formulas are those of {@code training.model.Latents}. Gradients pass a normal draw
 * (Kingma and Welling, "Auto-encoding variational Bayes", 2014), and are passed straight through a categorical one to the probabilities
 * (Bengio et al., "Estimating or propagating gradients through stochastic neurons", 2013).
 *
 * @param graph that they are part of
 * @param sizes of the state
 * @param stops what must have no gradient
 */
record LatentGraph(SameDiff graph, RssmConfig sizes, Stops stops) {
    Noise noise() {
        return sizes.normal() ? Noise.NORMAL : Noise.GUMBEL;
    }

    /**
     * {@code [N, Z]} a draw.
     *
     * @param numbers {@code [N, distribution]}
     * @param noise {@code [N, Z]}
     */
    SDVariable drawn(SDVariable numbers, SDVariable noise) {
        if (sizes.normal()) {
            SDVariable[] parts = graph.split(numbers, 2, 1);
            return parts[0].add(deviation(parts[1]).mul(noise));
        }
        SDVariable logits = variables(numbers);
        SDVariable fixed = stops.stop(logits);
        SDVariable noisy = fixed.add(variables(noise));
        SDVariable chosen = graph.math.sign(noisy.sub(noisy.max(true, 1))).add(1);
        SDVariable odds =
                graph.math.exp(logits.sub(fixed.max(true, 1))); // many times as fast as the gradient of ND4J's softmax
        SDVariable p = odds.div(odds.sum(true, 1));
        SDVariable drawn = chosen.add(p.sub(stops.stop(p)));
        return graph.reshape(drawn, -1, all());
    }

    /**
     * Mean KL(q || p), nats: a scalar, whatever its gradient is, so that a loss stays a bound. Balanced, its gradient is that of a weighted mean
     * of one that moves p alone and one that moves q alone; what is free is so for q, while p follows q however near it is.
     *
     * @param q {@code [N * T, distribution]}
     * @param p {@code [N * T, distribution]}
     */
    SDVariable cost(SDVariable q, SDVariable p) {
        double balance = sizes.balance();
        if (balance == 0) {
            return charged(divergence(q, p));
        }
        SDVariable prior = mean(divergence(stops.stop(q), p)).mul(balance);
        return prior.add(charged(divergence(q, stops.stop(p))).mul(1 - balance));
    }

    /** The mean of these {@code [N * T, columns]}, whose gradient is that of what is not free of each step. */
    private SDVariable charged(SDVariable nats) {
        if (sizes.free() == 0) {
            return mean(nats);
        }
        SDVariable above = graph.reshape(nats, -1, columns()).sum(1).sub(sizes.free());
        SDVariable dear = above.add(graph.math.abs(above)).mul(0.5).mean();
        return dear.add(stops.stop(mean(nats).sub(dear)));
    }

    private SDVariable mean(SDVariable nats) {
        return nats.mean().mul(columns());
    }

    private int columns() {
        return sizes.latents() * Math.max(1, sizes.classes());
    }

    /** {@code [N * T, columns]}, whose rows add up to it. */
    private SDVariable divergence(SDVariable q, SDVariable p) {
        return sizes.normal() ? normal(q, p) : graph.reshape(categorical(q, p), -1, all());
    }

    private SDVariable normal(SDVariable q, SDVariable p) {
        SDVariable[] narrow = graph.split(q, 2, 1);
        SDVariable[] wide = graph.split(p, 2, 1);
        SDVariable deviation = deviation(wide[1]);
        SDVariable ratio = deviation(narrow[1]).div(deviation);
        SDVariable off = narrow[0].sub(wide[0]).div(deviation);
        SDVariable squares = ratio.mul(ratio).add(off.mul(off)).mul(0.5);
        return squares.sub(graph.math.log(ratio)).sub(0.5);
    }

    private SDVariable categorical(SDVariable q, SDVariable p) {
        SDVariable logQ = logSoftmax(variables(q));
        SDVariable logP = logSoftmax(variables(p));
        return graph.math.exp(logQ).mul(logQ.sub(logP));
    }

    /** By hand: SameDiff can't differentiate a graph that has its own. */
    private SDVariable logSoftmax(SDVariable logits) {
        SDVariable centred = logits.sub(stops.stop(logits).max(true, 1));
        return centred.sub(graph.math.log(graph.math.exp(centred).sum(true, 1)));
    }

    private SDVariable deviation(SDVariable number) {
        return graph.nn.softplus(number).add(RssmShape.LEAST_DEVIATION);
    }

    private int all() {
        return sizes.latents() * sizes.classes();
    }

    /** {@code [N * latents, classes]}. */
    private SDVariable variables(SDVariable x) {
        return graph.reshape(x, -1, sizes.classes());
    }
}
