package io.cradle.training.dl4j;

import static io.cradle.training.dl4j.Slopes.assertAgree;
import static io.cradle.training.dl4j.Slopes.gradients;
import static io.cradle.training.dl4j.Slopes.loss;
import static io.cradle.training.dl4j.Slopes.scattered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.model.TransformerShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TransformerNetworkTest {
    private static final TransformerShape SHAPE = new TransformerShape(3, 5, 2, 8, 2, 2);
    private static final int EXAMPLES = 2;

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        SameDiffModel model = TransformerNetwork.create(SHAPE, 1, 0.5, DataType.DOUBLE);
        FlatVector parameters = scattered(model);
        Map<String, INDArray> given = given(parameters);
        FlatVector gradients = gradients(model, given);
        Tape loss = new Tape(model.graph(), given, List.of(TransformerNetwork.LOSS));
        assertAgree(gradients.vector(), parameters.vector(), loss, 1, 1e-7);
    }

    @Test
    void aTapeGivesSameDiffsOwnGradientsBitForBit() {
        SameDiffModel model = TransformerNetwork.create(SHAPE, 1, 0.5, DataType.FLOAT);
        Map<String, INDArray> given = given(FlatVector.of(model.variables()));
        FlatVector gradients = gradients(model, given);
        Map<String, INDArray> inputs = new HashMap<>();
        model.inputs().forEach(name -> inputs.put(name, given.get(name)));
        Map<String, INDArray> expected =
                model.graph().calculateGradients(inputs, gradients.parts().keySet());
        gradients
                .parts()
                .forEach((name, gradient) -> assertThat(gradient).as(name).isEqualTo(expected.get(name)));
    }

    @Test
    void logitsDependOnThePresentAndThePastAlone() {
        SameDiffModel model = TransformerNetwork.create(SHAPE, 1, 0.5, DataType.DOUBLE);
        Map<String, INDArray> given = given(scattered(model));
        Tape tape = new Tape(model.graph(), given, List.of(HeadGraph.LOGITS));
        for (String input : model.features()) {
            for (int changed = 0; changed < SHAPE.frames(); changed++) {
                INDArray before = logits(tape);
                given.get(input).putScalar(new int[] {0, changed, 1}, 2.5);
                INDArray after = logits(tape);
                for (int t = 0; t < SHAPE.frames(); t++) {
                    assertThat(after.getRow(t).equalsWithEps(before.getRow(t), 0))
                            .as("%s %d, logits %d", input, changed, t)
                            .isEqualTo(t < changed);
                }
                assertThat(rest(after)).isEqualTo(rest(before));
            }
        }
    }

    @Test
    void itHasAsManyParametersAsItsShapeSays() {
        for (TransformerShape shape : List.of(SHAPE, new TransformerShape(16, 256, 4, 128, 4, 4))) {
            SameDiffModel model = TransformerNetwork.create(shape, 1, 0.5, DataType.FLOAT);
            assertThat(FlatVector.of(model.variables()).vector().length()).isEqualTo(shape.parameters());
        }
    }

    @Test
    void lossIsSummedOverPixelsAndAveragedOverFrames() {
        SameDiffModel model = TransformerNetwork.create(SHAPE, 1, 0.5, DataType.DOUBLE);
        Map<String, INDArray> given = given(scattered(model));
        double[] z = logits(new Tape(model.graph(), given, List.of(HeadGraph.LOGITS)))
                .data()
                .asDouble();
        double[] y = given.get(HeadGraph.NEXT).data().asDouble();
        double nats = 0;
        for (int i = 0; i < z.length; i++) {
            nats += Math.log1p(Math.exp(y[i] > 0 ? -z[i] : z[i]));
        }
        assertThat(loss(new Tape(model.graph(), given, List.of(TransformerNetwork.LOSS))))
                .isCloseTo(nats / (EXAMPLES * SHAPE.frames()), within(1e-9));
    }

    @Test
    void lossAndGradientsStayFiniteHoweverWrongItIs() {
        SameDiffModel model = TransformerNetwork.create(SHAPE, 1, 0.5, DataType.FLOAT);
        FlatVector parameters = FlatVector.of(model.variables());
        parameters.parts().get("head.bias").assign(1e4);
        Map<String, INDArray> given = given(parameters);
        given.get(HeadGraph.NEXT).assign(0);
        FlatVector gradients = gradients(model, given);
        assertThat(loss(new Tape(model.graph(), given, List.of(TransformerNetwork.LOSS))))
                .isCloseTo(5e4, within(10.0));
        assertThat(gradients.parts().get("head.bias").toFloatVector()).containsOnly(1f);
        assertThat(gradients.vector().norm2Number().doubleValue()).isFinite();
    }

    @Test
    void headsMustShareTheWidthEvenly() {
        assertThatThrownBy(() -> new TransformerShape(3, 5, 2, 8, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid model.transformer.heads=3: must be a divisor of the width, 8");
        assertThatThrownBy(() -> new TransformerShape(3, 5, 2, 1, 2, 1)).hasMessageContaining("width=1, layers=2");
        assertThatThrownBy(() -> new TransformerShape(3, 5, 0, 8, 2, 2)).hasMessageContaining("actions=0");
        assertThatThrownBy(() -> new TransformerShape(3, 5, 2, 8192, 12, 2)).hasMessageContaining("choose fewer");
    }

    private static INDArray logits(Tape tape) {
        tape.run();
        return tape.array(HeadGraph.LOGITS).dup('c');
    }

    /** Of the examples that nobody touched. */
    private static INDArray rest(INDArray logits) {
        return logits.getRow(SHAPE.frames()).dup();
    }

    private static Map<String, INDArray> given(FlatVector parameters) {
        DataType type = parameters.vector().dataType();
        Random random = new Random(3);
        Map<String, INDArray> given = new HashMap<>(parameters.parts());
        for (String frames : List.of(TransformerNetwork.FRAMES, HeadGraph.NEXT)) {
            double[] bits = random.doubles((long) EXAMPLES * SHAPE.frames() * SHAPE.pixels())
                    .map(Math::rint)
                    .toArray();
            given.put(frames, array(bits, SHAPE.pixels(), type));
        }
        double[] actions = random.doubles((long) EXAMPLES * SHAPE.frames() * SHAPE.actions())
                .toArray();
        given.put(TransformerNetwork.ACTIONS, array(actions, SHAPE.actions(), type));
        return given;
    }

    private static INDArray array(double[] values, int width, DataType type) {
        return Nd4j.createFromArray(values).castTo(type).reshape('c', EXAMPLES, SHAPE.frames(), width);
    }
}
