package io.cradle.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.model.DenseFrameModel;
import io.cradle.training.model.DenseShape;
import io.cradle.training.model.Floats;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.FixedSchedule;

class DenseFrameModelTest {
    private static final DenseShape SHAPE = new DenseShape(3, 64, 3, List.of(40, 24));
    private static final int ROWS = 37;

    @Test
    void predictsWhatDl4jPredictsFromTheSameWeights() {
        ComputationGraph network = DenseNetwork.create(SHAPE, 5, 0.1, new FixedSchedule(1e-3));
        float[][] past = past();
        float[][] action = action();
        INDArray expected = network.outputSingle(Nd4j.createFromArray(past), Nd4j.createFromArray(action));
        float[][] ink = new DenseFrameModel(
                        SHAPE, Floats.of(network.params().dup('c').data().asFloat()))
                .ink(past, action);
        for (int row = 0; row < ROWS; row++) {
            for (int pixel = 0; pixel < SHAPE.pixels(); pixel++) {
                assertThat((double) ink[row][pixel]).isCloseTo(expected.getDouble(row, pixel), within(1e-5));
            }
        }
    }

    @Test
    void aRowsAnswerDependsOnThatRowAlone() {
        DenseFrameModel model = model(1);
        float[][] together = model.ink(past(), action());
        for (int row = 0; row < ROWS; row++) {
            assertThat(together[row])
                    .isEqualTo(model.ink(new float[][] {past()[row]}, new float[][] {action()[row]})[0]);
        }
    }

    @Test
    void probabilitiesStayInsideZeroAndOneHoweverSureTheNetworkIs() {
        float[][] ink = model(1000).ink(past(), action());
        assertThat(ink[0]).contains(1e-6f, 1 - 1e-6f);
        for (float p : ink[0]) {
            assertThat(p).isBetween(1e-6f, 1 - 1e-6f);
        }
    }

    @Test
    void anInputOfAnotherWidthIsRejected() {
        assertThatThrownBy(() -> model(1).ink(new float[][] {new float[7]}, new float[][] {new float[3]}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot predict from 7 pixels and 3 numbers of action: the network takes 192 and 3");
    }

    private static float[][] past() {
        Random random = new Random(1);
        float[][] past = new float[ROWS][SHAPE.frames() * SHAPE.pixels()];
        for (float[] row : past) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(2);
            }
        }
        return past;
    }

    private static float[][] action() {
        Random random = new Random(2);
        float[][] action = new float[ROWS][SHAPE.actions()];
        for (float[] row : action) {
            for (int i = 0; i < row.length; i++) {
                row[i] = 2 * random.nextFloat() - 1;
            }
        }
        return action;
    }

    private static DenseFrameModel model(float scale) {
        Random random = new Random(9);
        float[] weights = new float[SHAPE.parameters()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = scale * (random.nextFloat() - 0.5f) / 10;
        }
        return new DenseFrameModel(SHAPE, Floats.of(weights));
    }
}
