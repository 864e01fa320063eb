package io.cradle.training.spark;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Small networks of DL4J, and data that they can learn: the mean of four numbers. */
final class Toys {
    private Toys() {}

    /** A graph of four numbers that has no layers yet. */
    static ComputationGraphConfiguration.GraphBuilder begun(IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(updater)
                .graphBuilder()
                .addInputs("numbers")
                .setInputTypes(InputType.feedForward(4));
    }

    static ComputationGraphConfiguration plain(IUpdater updater) {
        return begun(updater)
                .addLayer("hidden", hidden(), "numbers")
                .addLayer("mean", output(), "hidden")
                .setOutputs("mean")
                .build();
    }

    static ComputationGraphConfiguration normalised(IUpdater updater, boolean logarithm) {
        return begun(updater)
                .addLayer(
                        "first",
                        new BatchNormalization.Builder().useLogStd(logarithm).build(),
                        "numbers")
                .addLayer("hidden", hidden(), "first")
                .addLayer(
                        "second",
                        new BatchNormalization.Builder().useLogStd(logarithm).build(),
                        "hidden")
                .addLayer("mean", output(), "second")
                .setOutputs("mean")
                .build();
    }

    private static DenseLayer hidden() {
        return new DenseLayer.Builder().nOut(5).activation(Activation.TANH).build();
    }

    static OutputLayer output() {
        return new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                .nOut(1)
                .activation(Activation.IDENTITY)
                .build();
    }

    static ComputationGraph network(ComputationGraphConfiguration configuration) {
        ComputationGraph network = new ComputationGraph(configuration);
        network.init();
        return network;
    }

    /** Minibatches of one size, each another. */
    static List<MultiDataSet> minibatches(int count, int size) {
        return IntStream.range(0, count).mapToObj(seed -> minibatch(seed, size)).toList();
    }

    static MultiDataSet minibatch(long seed, int size) {
        Random random = new Random(seed);
        float[] numbers = new float[size * 4];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (2 + i % 4 * random.nextGaussian());
        }
        INDArray features = Nd4j.create(numbers, new long[] {size, 4}, 'c');
        return new org.nd4j.linalg.dataset.MultiDataSet(features, features.mean(true, 1));
    }

    static float[] parameters(ComputationGraph network) {
        return network.params().dup('c').data().asFloat();
    }
}
