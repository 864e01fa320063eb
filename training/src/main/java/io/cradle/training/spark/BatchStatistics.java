package io.cradle.training.spark;

import io.cradle.training.dl4j.GraphLearner;
import io.cradle.training.learner.LearnerState;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Mean and variance of what enters each layer of batch normalisation, over all the data, the layers below first ("precise batch
 * normalisation", Wu, Johnson, "Rethinking batch in BatchNorm", 2021, section 3). Workers that average their running statistics would
 * underestimate the variance by that of their means.
 */
final class BatchStatistics {
    private static final double LEAST_VARIANCE = 1e-12;

    private BatchStatistics() {}

    /** Sums of each channel. */
    @SuppressWarnings("ArrayRecordComponent") // lives between collect and sum, never compared
    private record Sums(double count, double[] sum, double[] squares) implements Serializable {
        Sums plus(Sums other) {
            return new Sums(count + other.count, sum(sum, other.sum), sum(squares, other.squares));
        }

        private static double[] sum(double[] left, double[] right) {
            double[] sum = left.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += right[i];
            }
            return sum;
        }
    }

    /** Sets the statistics of all such layers; without one nothing happens. */
    static void recompute(ComputationGraph network, GraphLearners learners, JavaRDD<MultiDataSet> data) {
        List<String> layers = Arrays.stream(network.topologicalSortOrder())
                .mapToObj(index -> network.getVertices()[index])
                .filter(BatchStatistics::normalises)
                .map(GraphVertex::getVertexName)
                .toList();
        for (String layer : layers) {
            set(network, layer, sums(layer, GraphLearner.of(network), learners, data));
        }
    }

    private static boolean normalises(GraphVertex vertex) {
        return vertex.hasLayer() && vertex.getLayer().conf().getLayer() instanceof BatchNormalization;
    }

    private static Sums sums(String layer, LearnerState state, GraphLearners learners, JavaRDD<MultiDataSet> data) {
        Broadcast<LearnerState> sent =
                JavaSparkContext.fromSparkContext(data.context()).broadcast(state);
        List<Sums> parts = data.mapPartitions(some -> {
                    ComputationGraph network = learners.network();
                    GraphLearner.set(network, sent.value());
                    Sums all = null;
                    while (some.hasNext()) {
                        Sums more = sums(network, layer, some.next());
                        all = all == null ? more : all.plus(more);
                    }
                    return Stream.ofNullable(all).iterator();
                })
                .collect();
        sent.destroy();
        return parts.stream().reduce(Sums::plus).orElseThrow();
    }

    private static Sums sums(ComputationGraph network, String layer, MultiDataSet minibatch) {
        LayerVertex vertex = (LayerVertex) network.getVertex(layer);
        String below = network.getVertices()[vertex.getInputVertices()[0].getVertexIndex()].getVertexName();
        INDArray input = network.feedForward(minibatch.getFeatures(), false).get(below);
        if (vertex.getLayerPreProcessor() != null) {
            input = vertex.getLayerPreProcessor().preProcess(input, Math.toIntExact(input.size(0)), null);
        }
        INDArray exact = input.castTo(DataType.DOUBLE);
        int[] others = new int[exact.rank() - 1];
        for (int i = 1; i < others.length; i++) {
            others[i] = i + 1; // channels are the second axis
        }
        double channels = exact.size(1);
        return new Sums(
                exact.length() / channels,
                exact.sum(others).data().asDouble(),
                exact.mul(exact).sum(others).data().asDouble());
    }

    private static void set(ComputationGraph network, String layer, Sums sums) {
        double[] mean = new double[sums.sum().length];
        double[] variance = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = sums.sum()[i] / sums.count();
            variance[i] = Math.max(LEAST_VARIANCE, sums.squares()[i] / sums.count() - mean[i] * mean[i]);
        }
        network.getLayer(layer).getParam("mean").assign(Nd4j.createFromArray(mean));
        INDArray logarithm = network.getLayer(layer).getParam("log10stdev");
        if (logarithm == null) {
            network.getLayer(layer).getParam("var").assign(Nd4j.createFromArray(variance));
        } else {
            double[] halves =
                    Arrays.stream(variance).map(v -> Math.log10(v) / 2).toArray();
            logarithm.assign(Nd4j.createFromArray(halves));
        }
    }
}
