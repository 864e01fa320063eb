package io.cradle.training.dl4j;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Binary cross-entropy in nats, summed over the columns and averaged over the rows. */
final class BitLoss {
    private BitLoss() {}

    /**
     * {@code log(1 + e^z) - y z}, in a form in which nothing overflows. ND4J's own takes longer.
     *
     * @param z logits {@code [N, F]}
     * @param y bits {@code [N, F]}
     * @param columns F
     */
    static SDVariable nats(SameDiff graph, SDVariable z, SDVariable y, int columns) {
        SDVariable size = graph.math.abs(z);
        SDVariable tail = graph.math.log1p(graph.math.exp(graph.math.neg(size)));
        SDVariable nats = tail.add(size.mul(0.5)).sub(z.mul(y.sub(0.5)));
        return nats.mean().mul(columns);
    }

    /** Makes it the graph's loss. */
    static void add(SameDiff graph, String name, SDVariable z, SDVariable y, int columns) {
        nats(graph, z, y, columns).rename(name);
        graph.setLossVariables(name);
    }
}
