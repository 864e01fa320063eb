package io.cradle.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.learner.LearnerState;
import io.cradle.training.model.Belief;
import io.cradle.training.model.Floats;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.TransformerShape;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.FixedSchedule;

/** The plain transformer beside the network that is trained. */
class TransformerModelTest {
    private static final TransformerShape SHAPE = new TransformerShape(6, 20, 2, 16, 2, 4);
    private static final int STEPS = SHAPE.frames();

    private final Random random = new Random(5);
    private final float[][] frames = new float[30][SHAPE.pixels()];
    private final float[][] actions = new float[30][SHAPE.actions()];

    TransformerModelTest() {
        for (int t = 0; t < frames.length; t++) {
            for (int i = 0; i < SHAPE.pixels(); i++) {
                frames[t][i] = random.nextInt(4) == 0 ? 1 : 0;
            }
            for (int i = 0; i < SHAPE.actions(); i++) {
                actions[t][i] = random.nextFloat() * 2 - 1;
            }
        }
    }

    private static LearnerState initial() {
        return new NetworkLearners(SHAPE, 3, 0.2, new FixedSchedule(1e-3))
                .create()
                .state();
    }

    /** Large enough that everything matters. */
    private static float[] weights() {
        float[] weights = new float[SHAPE.parameters()];
        Random normal = new Random(9);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (0.3 * normal.nextGaussian());
        }
        return weights;
    }

    private static WorldModel model() {
        return SHAPE.model(Floats.of(weights()));
    }

    private Prompt prompt(int from, int to) {
        List<Observation> seen = new ArrayList<>();
        for (int t = from; t < to; t++) {
            seen.add(Observation.ofFrame(frames[t]));
        }
        return new Prompt(seen, List.of(actions).subList(from, to - 1));
    }

    @Test
    void namesAndShapesAreThoseOfTheNetwork() {
        SameDiffModel network = TransformerNetwork.create(SHAPE, 3, 0.2, DataType.FLOAT);
        assertThat(network.variables().keySet())
                .containsExactlyElementsOf(SHAPE.variables().keySet());
        network.variables().forEach((name, array) -> assertThat(array.shape())
                .as(name)
                .containsExactly(Arrays.stream(SHAPE.variables().get(name))
                        .asLongStream()
                        .toArray()));
        assertThat(initial().parameters().size()).isEqualTo(SHAPE.parameters());
    }

    @Test
    void itSaysWhatTheTrainedNetworkSaysAtEveryPlace() {
        float[] trained = trained(weights());
        Belief belief = model().begin(List.of(prompt(0, 1)));
        for (int t = 0; t < STEPS; t++) {
            float[] said = belief.predict(new float[][] {actions[t]}).ink()[0];
            for (int i = 0; i < SHAPE.pixels(); i++) {
                assertThat((double) said[i])
                        .as("place %d, pixel %d", t, i)
                        .isCloseTo(trained[t * SHAPE.pixels() + i], within(1e-4));
            }
            belief.observe(new float[][] {actions[t]}, List.of(Observation.ofFrame(frames[t + 1])));
        }
    }

    /** p(ink) {@code [T * F]} of the network with these weights. */
    private float[] trained(float[] weights) {
        SameDiffModel network = TransformerNetwork.create(SHAPE, 3, 0.2, DataType.FLOAT);
        int from = 0;
        for (Map.Entry<String, INDArray> each : network.variables().entrySet()) {
            long[] shape = each.getValue().shape();
            int size = (int) each.getValue().length();
            each.getValue().assign(Nd4j.create(Arrays.copyOfRange(weights, from, from + size), shape, 'c'));
            from += size;
        }
        float[] seen = new float[STEPS * SHAPE.pixels()];
        float[] acted = new float[STEPS * SHAPE.actions()];
        for (int t = 0; t < STEPS; t++) {
            System.arraycopy(frames[t], 0, seen, t * SHAPE.pixels(), SHAPE.pixels());
            System.arraycopy(actions[t], 0, acted, t * SHAPE.actions(), SHAPE.actions());
        }
        INDArray logits = network.graph()
                .outputSingle(
                        Map.of(
                                TransformerNetwork.FRAMES,
                                Vectors.array(seen, 1, STEPS, SHAPE.pixels()),
                                TransformerNetwork.ACTIONS,
                                Vectors.array(acted, 1, STEPS, SHAPE.actions())),
                        HeadGraph.LOGITS);
        float[] p = logits.dup('c').data().asFloat();
        for (int i = 0; i < p.length; i++) {
            p[i] = (float) (1 / (1 + Math.exp(-p[i])));
        }
        return p;
    }

    @Test
    void aPromptIsWhatWasObservedOneByOne() {
        Belief told = model().begin(List.of(prompt(0, 5)));
        Belief shown = model().begin(List.of(prompt(0, 1)));
        for (int t = 0; t < 4; t++) {
            shown.observe(new float[][] {actions[t]}, List.of(Observation.ofFrame(frames[t + 1])));
        }
        assertThat(told.predict(new float[][] {actions[4]}).ink())
                .isDeepEqualTo(shown.predict(new float[][] {actions[4]}).ink());
    }

    @Test
    void worldsThatBeginAlikeGoOnByThemselves() {
        Prompt same = prompt(0, 4);
        Belief both = model().begin(List.of(same, same));
        Belief alone = model().begin(List.of(prompt(0, 4)));
        float[][] apart = {actions[3], actions[9]};
        both.observe(apart, List.of(Observation.ofFrame(frames[4]), Observation.ofFrame(frames[20])));
        alone.observe(new float[][] {actions[3]}, List.of(Observation.ofFrame(frames[4])));
        assertThat(both.predict(new float[][] {actions[4], actions[4]}).ink()[0])
                .isEqualTo(alone.predict(new float[][] {actions[4]}).ink()[0]);
    }

    @Test
    void askingMovesNothing() {
        Belief asked = model().begin(List.of(prompt(0, 4)));
        Belief quiet = model().begin(List.of(prompt(0, 4)));
        asked.predict(new float[][] {actions[9]});
        asked.predict(new float[][] {actions[3]});
        asked.predict(new float[][] {actions[8]});
        asked.observe(new float[][] {actions[3]}, List.of(Observation.ofFrame(frames[4])));
        quiet.observe(new float[][] {actions[3]}, List.of(Observation.ofFrame(frames[4])));
        assertThat(asked.predict(new float[][] {actions[4]}).ink())
                .isDeepEqualTo(quiet.predict(new float[][] {actions[4]}).ink());
    }

    @Test
    void whatIsHeldGoesOnBitForBitAlsoPastThePlacesThereAre() {
        for (int begun = 1; begun < 20; begun++) {
            Belief belief = model().begin(List.of(prompt(0, begun)));
            Belief other = model().begin(belief.held());
            for (int t = begun - 1; t < begun + 8; t++) {
                float[][] action = {actions[t]};
                assertThat(other.predict(action).ink())
                        .as("begun %d", begun)
                        .isDeepEqualTo(belief.predict(action).ink());
                List<Observation> next = List.of(Observation.ofFrame(frames[t + 1]));
                belief.observe(action, next);
                other.observe(action, next);
            }
        }
    }

    @Test
    void aFrameThatIsNoLongerRememberedChangesNothing() {
        float[][] action = {actions[20]};
        float[][] before = model().begin(List.of(prompt(0, 21))).predict(action).ink();
        frames[0][3] = 1 - frames[0][3];
        assertThat(model().begin(List.of(prompt(0, 21))).predict(action).ink()).isDeepEqualTo(before);
        frames[19][3] = 1 - frames[19][3];
        assertThat(model().begin(List.of(prompt(0, 21))).predict(action).ink()[0])
                .isNotEqualTo(before[0]);
    }
}
