package io.cradle.training.dl4j;

import io.cradle.training.model.DenseShape;
import io.cradle.training.model.Floats;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * The next-frame network out of DL4J's built-in layers: past frames {@code [N, K * F]} and action {@code [N, A]} are
 * joined, pass hidden dense layers with ReLU, and end in F sigmoids.
 *
 * <p>The loss is the binary cross-entropy in nats, summed over the pixels of a frame and averaged over the frames of a
 * minibatch. DL4J clips probabilities in this loss to [1e-5, 1 - 1e-5] by default, beyond which the gradient of a
 * pixel that is wrong vanishes; {@link #CLIP} widens that to what float32 can tell from 0 and 1.
 */
public final class DenseNetwork {
    /** Name of the input {@code [N, K * F]}. */
    static final String PAST = "past";
    /** Name of the input {@code [N, A]}. */
    static final String ACTION = "action";
    /** Name of the output {@code [N, F]}. */
    static final String FRAME = "frame";

    private static final String JOINED = "joined";
    private static final double CLIP = 1e-7;

    private DenseNetwork() {}

    /**
     * A new network with random weights.
     *
     * @param seed of the weights
     * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
     * @param learningRate Adam's step size
     */
    public static ComputationGraph create(DenseShape shape, long seed, double meanInk, ISchedule learningRate) {
        ComputationGraph network = new ComputationGraph(configuration(
                shape,
                seed,
                meanInk,
                Adam.builder().learningRateSchedule(learningRate).build(),
                DataType.FLOAT));
        network.init();
        return network;
    }

    /** A network with these weights, for prediction only. */
    static ComputationGraph restore(DenseShape shape, Floats parameters) {
        ComputationGraph network = new ComputationGraph(
                configuration(shape, 0, 0.5, new org.nd4j.linalg.learning.config.NoOp(), DataType.FLOAT));
        network.init(Nd4j.create(parameters.values(), new long[] {1, parameters.size()}, 'c'), false);
        return network;
    }

    static ComputationGraphConfiguration configuration(
            DenseShape shape, long seed, double meanInk, IUpdater updater, DataType type) {
        var graph = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(type)
                .updater(updater)
                .activation(Activation.RELU)
                .weightInit(WeightInit.RELU)
                .graphBuilder()
                .addInputs(PAST, ACTION)
                .setInputTypes(
                        InputType.feedForward((long) shape.frames() * shape.pixels()),
                        InputType.feedForward(shape.actions()))
                .addVertex(JOINED, new MergeVertex(), PAST, ACTION);
        String below = JOINED;
        List<Integer> widths = shape.hidden();
        for (int layer = 0; layer < widths.size(); layer++) {
            String name = "hidden" + layer;
            graph.addLayer(
                    name, new DenseLayer.Builder().nOut(widths.get(layer)).build(), below);
            below = name;
        }
        return graph.addLayer(FRAME, output(shape.pixels(), meanInk), below)
                .setOutputs(FRAME)
                .build();
    }

    private static OutputLayer output(int pixels, double meanInk) {
        return new OutputLayer.Builder(new LossBinaryXENT(CLIP))
                .nOut(pixels)
                .activation(Activation.SIGMOID)
                .weightInit(WeightInit.XAVIER)
                .biasInit(Math.log(meanInk / (1 - meanInk)))
                .build();
    }
}
