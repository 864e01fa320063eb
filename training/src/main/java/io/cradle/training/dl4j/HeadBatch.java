package io.cradle.training.dl4j;

import io.cradle.dataset.spec.Layout;
import io.cradle.training.model.HeadShape;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Minibatches of a graph that ends in a head. */
final class HeadBatch {
    private HeadBatch() {}

    /**
     * What the head asks for, after the graph's own features.
     *
     * @param own features of the graph
     * @param now the steps that are predicted from
     * @param next the steps that follow them
     */
    static MultiDataSet of(List<INDArray> own, HeadShape shape, Steps now, Steps next) {
        int[] order = shape.order();
        int proprio = shape.senses().proprio();
        List<INDArray> features = new ArrayList<>(own);
        List<INDArray> labels = new ArrayList<>(List.of(next.frames(order)));
        if (shape.config().residual()) {
            features.add(now.frames(order));
        }
        if (proprio > 0) {
            features.add(now.of(Layout.PROPRIO, proprio));
            labels.add(next.last(Layout.PROPRIO, proprio, shape.senses().said()));
        }
        return new MultiDataSet(features.toArray(INDArray[]::new), labels.toArray(INDArray[]::new));
    }
}
