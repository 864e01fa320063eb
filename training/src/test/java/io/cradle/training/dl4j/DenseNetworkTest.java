package io.cradle.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.model.DenseShape;
import java.util.List;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.schedule.FixedSchedule;

class DenseNetworkTest {
    private static final DenseShape NARROW = new DenseShape(2, 6, 2, List.of(5, 4));
    private static final int FRAMES = 7;

    @AfterEach
    void backToSinglePrecision() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        assertThat(gradientsAgree(new LossBinaryXENT(0))).isTrue();
    }

    @Test
    void aGradientThatIsOnePercentOffIsCaught() {
        assertThat(gradientsAgree(new OnePercentOff())).isFalse();
    }

    @Test
    void theNetworkHasAsManyParametersAsItsShapeSays() {
        assertThat(network().numParams()).isEqualTo(NARROW.parameters());
        assertThat(network().getUpdater().getStateViewArray().length()).isEqualTo(NARROW.updaterState());
    }

    @Test
    void lossIsSummedOverPixelsAndAveragedOverFrames() {
        INDArray past = bits(12, DataType.FLOAT);
        INDArray action = Nd4j.rand(DataType.FLOAT, FRAMES, 2);
        INDArray next = bits(6, DataType.FLOAT);
        ComputationGraph network = network();
        INDArray ink = network.outputSingle(past, action);
        double nats = 0;
        for (int i = 0; i < next.length(); i++) {
            double p = ink.dup('c').data().getDouble(i);
            nats -= Math.log(next.dup('c').data().getDouble(i) > 0 ? p : 1 - p);
        }
        assertThat(network.score(new MultiDataSet(new INDArray[] {past, action}, new INDArray[] {next})))
                .isCloseTo(nats / FRAMES, within(1e-4));
    }

    @Test
    void aNewNetworkPredictsAboutTheMeanInk() {
        INDArray nothing = Nd4j.zeros(DataType.FLOAT, 1, 12);
        assertThat(network()
                        .outputSingle(nothing, Nd4j.zeros(DataType.FLOAT, 1, 2))
                        .meanNumber()
                        .doubleValue())
                .isCloseTo(0.1, within(1e-6));
    }

    private static ComputationGraph network() {
        return DenseNetwork.create(NARROW, 3, 0.1, new FixedSchedule(1e-3));
    }

    private static boolean gradientsAgree(ILossFunction loss) {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        var configuration = DenseNetwork.configuration(NARROW, 3, 0.1, new NoOp(), DataType.DOUBLE);
        var output = (LayerVertex) configuration.getVertices().get(DenseNetwork.FRAME);
        ((OutputLayer) output.getLayerConf().getLayer()).setLossFn(loss);
        ComputationGraph network = new ComputationGraph(configuration);
        network.init();
        Nd4j.getRandom().setSeed(5);
        return GradientCheckUtil.checkGradients(new GradientCheckUtil.GraphConfig()
                .net(network)
                .inputs(new INDArray[] {bits(12, DataType.DOUBLE), Nd4j.rand(DataType.DOUBLE, FRAMES, 2)})
                .labels(new INDArray[] {bits(6, DataType.DOUBLE)}));
    }

    private static INDArray bits(int width, DataType type) {
        return Nd4j.rand(DataType.FLOAT, FRAMES, width).gt(0.5).castTo(type);
    }

    private static final class OnePercentOff extends LossBinaryXENT {
        OnePercentOff() {
            super(0);
        }

        @Override
        public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
            return super.computeGradient(labels, preOutput, activation, mask).mul(1.01);
        }
    }
}
