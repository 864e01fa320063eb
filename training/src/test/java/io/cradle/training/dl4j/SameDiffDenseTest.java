package io.cradle.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.learner.Learner;
import io.cradle.training.model.DenseShape;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.FixedSchedule;

class SameDiffDenseTest {
    private static final DenseShape SHAPE = new DenseShape(3, 20, 2, List.of(30, 14));
    private static final FixedSchedule RATE = new FixedSchedule(1e-3);

    @Test
    void itStartsAndLearnsAsDl4jsLayersDo() {
        ComputationGraph network = DenseNetwork.create(SHAPE, 3, 0.1, RATE);
        Learner<org.nd4j.linalg.dataset.api.MultiDataSet> learner = new DenseLearners(SHAPE, 3, 0.1, RATE).create();
        assertThat(learner.state().parameters().values())
                .isEqualTo(network.params().dup('c').data().asFloat());
        for (int step = 0; step < 20; step++) {
            MultiDataSet minibatch = minibatch(step);
            network.fit(minibatch);
            assertThat(learner.fit(minibatch)).as("loss at %d", step).isCloseTo(network.score(), within(1e-4));
        }
        assertThat(learner.state().parameters().values())
                .containsExactly(network.params().dup('c').data().asFloat(), within(1e-4f));
        INDArray moments = network.getUpdater().getStateViewArray();
        assertThat(learner.state().moments().values())
                .containsExactly(moments.dup('c').data().asFloat(), within(1e-4f));
    }

    private static MultiDataSet minibatch(int seed) {
        Nd4j.getRandom().setSeed(seed);
        return new MultiDataSet(
                new INDArray[] {bits(SHAPE.frames() * SHAPE.pixels()), Nd4j.rand(DataType.FLOAT, 12, SHAPE.actions())},
                new INDArray[] {bits(SHAPE.pixels())});
    }

    private static INDArray bits(int width) {
        return Nd4j.rand(DataType.FLOAT, 12, width).lt(0.2).castTo(DataType.FLOAT);
    }
}
