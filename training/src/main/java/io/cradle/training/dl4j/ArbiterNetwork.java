package io.cradle.training.dl4j;

import io.cradle.training.model.Arbiter;
import io.cradle.training.model.ArbiterShape;
import io.cradle.training.model.Floats;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleConsumer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * Trains an {@link Arbiter}: an autoencoder of stretches that must give back the frames and tell the actions. A pure function of the
 * recordings, their order, and the seed.
 */
public final class ArbiterNetwork {
    private static final String FRAMES = "frames";
    private static final String CODE = "code";
    private static final String BACK = "back";
    private static final String ACTIONS = "actions";
    private static final int BATCH = 64;
    private static final double RATE = 1e-3;
    private static final double CLIP = 1e-7;
    /** Weight of an action's squared error beside a pixel's nats. */
    private static final double OF_ACTIONS = 10;

    private ArbiterNetwork() {}

    /**
     * Learns from recordings of TRAIN.
     *
     * @param recordings each of at least eight steps, at least one
     * @param steps minibatches of 64 stretches, at least 1
     * @param loss told the loss of each minibatch
     */
    public static Arbiter train(List<Recording> recordings, int steps, long seed, DoubleConsumer loss) {
        Recording any = recordings.get(0);
        ArbiterShape shape = new ArbiterShape(any.pixels(), any.action(0).length);
        ComputationGraph network = network(shape, seed);
        Random random = new Random(seed);
        for (int step = 0; step < steps; step++) {
            network.fit(batch(recordings, shape, random));
            loss.accept(network.score());
        }
        return arbiter(network, shape);
    }

    private static ComputationGraph network(ArbiterShape shape, long seed) {
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(RATE))
                .weightInit(WeightInit.XAVIER)
                .graphBuilder()
                .addInputs(FRAMES)
                .setInputTypes(InputType.feedForward(shape.encoder().get(0)))
                .addLayer("in", dense(shape.hidden(), Activation.RELU), FRAMES)
                .addLayer(CODE, dense(ArbiterShape.FEATURES, Activation.TANH), "in")
                .addLayer("out", dense(shape.hidden(), Activation.RELU), CODE)
                .addLayer(
                        BACK,
                        new OutputLayer.Builder(new LossBinaryXENT(CLIP))
                                .nOut(shape.encoder().get(0))
                                .activation(Activation.SIGMOID)
                                .build(),
                        "out")
                .addLayer(
                        ACTIONS,
                        new OutputLayer.Builder(new LossMSE(Nd4j.valueArrayOf(1, shape.told(), OF_ACTIONS)))
                                .nOut(shape.told())
                                .activation(Activation.IDENTITY)
                                .build(),
                        CODE)
                .setOutputs(BACK, ACTIONS)
                .build());
        network.init();
        return network;
    }

    private static DenseLayer dense(int width, Activation activation) {
        return new DenseLayer.Builder().nOut(width).activation(activation).build();
    }

    private static MultiDataSet batch(List<Recording> recordings, ArbiterShape shape, Random random) {
        float[] frames = new float[BATCH * shape.encoder().get(0)];
        float[] actions = new float[BATCH * shape.told()];
        for (int n = 0; n < BATCH; n++) {
            Recording recording = recordings.get(random.nextInt(recordings.size()));
            int start = random.nextInt(recording.steps() - ArbiterShape.FRAMES + 1);
            for (int t = 0; t < ArbiterShape.FRAMES; t++) {
                System.arraycopy(
                        recording.frame(start + t),
                        0,
                        frames,
                        (n * ArbiterShape.FRAMES + t) * shape.pixels(),
                        shape.pixels());
            }
            for (int t = 0; t < ArbiterShape.FRAMES - 1; t++) {
                int to = n * shape.told() + t * shape.actions();
                System.arraycopy(recording.action(start + t), 0, actions, to, shape.actions());
            }
        }
        INDArray input = Nd4j.create(frames, new long[] {BATCH, shape.encoder().get(0)}, 'c');
        return new MultiDataSet(
                new INDArray[] {input},
                new INDArray[] {input, Nd4j.create(actions, new long[] {BATCH, shape.told()}, 'c')});
    }

    private static Arbiter arbiter(ComputationGraph network, ArbiterShape shape) {
        List<float[]> parts = new ArrayList<>();
        for (String layer : List.of("in", CODE, ACTIONS)) {
            parts.add(network.getLayer(layer).params().dup().data().asFloat());
        }
        float[] all = new float[shape.parameters()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return new Arbiter(shape, Floats.of(all));
    }
}
