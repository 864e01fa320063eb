package io.cradle.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.learner.LearnerState;
import io.cradle.training.model.Floats;
import io.cradle.training.model.TransformerShape;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class SameDiffLearnerTest {
    private static final TransformerShape SHAPE = new TransformerShape(4, 9, 1, 16, 1, 2);
    private static final NetworkLearners LEARNERS = new NetworkLearners(SHAPE, 7, 0.5, new FixedSchedule(3e-3));

    @Test
    void theSameMinibatchesFromTheSameStateGiveTheSameBits() {
        SameDiffLearner learner = LEARNERS.learner();
        fit(learner, 1, 2, 3);
        LearnerState start = learner.state();
        List<Double> losses = fit(learner, 4, 5, 6);
        LearnerState end = learner.state();

        fit(learner, 8, 9);
        learner.loss(minibatch(10, 3));
        learner.restore(start, 0);
        assertThat(fit(learner, 4, 5, 6)).isEqualTo(losses);
        assertThat(learner.state()).isEqualTo(end);

        SameDiffLearner fresh = LEARNERS.learner();
        fresh.restore(start, 0);
        assertThat(CompletableFuture.supplyAsync(() -> fit(fresh, 4, 5, 6)).join()) // in another thread
                .isEqualTo(losses);
        assertThat(fresh.state()).isEqualTo(end);
    }

    @Test
    void newOnesAreAlike() {
        assertThat(LEARNERS.create().state()).isEqualTo(LEARNERS.create().state());
        assertThat(new NetworkLearners(SHAPE, 8, 0.5, LEARNERS.rate()).create().state())
                .isNotEqualTo(LEARNERS.create().state());
    }

    @Test
    void stepsAreCountedAndEveryOneMovesIt() {
        SameDiffLearner learner = LEARNERS.learner();
        LearnerState before = learner.state();
        fit(learner, 1, 2, 3);
        assertThat(before.steps()).isZero();
        assertThat(learner.state().steps()).isEqualTo(3);
        assertThat(learner.state().parameters()).isNotEqualTo(before.parameters());
        assertThat(learner.state().parameters().size()).isEqualTo(SHAPE.parameters());
        assertThat(learner.state().moments().size()).isEqualTo(2 * SHAPE.parameters());
    }

    @Test
    void lossFallsOnWhatCanBeLearned() {
        SameDiffLearner learner = LEARNERS.learner();
        double first = learner.loss(minibatch(0, 16));
        for (int seed = 1; seed < 300; seed++) {
            learner.fit(minibatch(seed, 16));
        }
        assertThat(first).isCloseTo(SHAPE.pixels() * Math.log(2), within(0.5));
        assertThat(learner.loss(minibatch(0, 16))).isLessThan(first / 4);
    }

    @Test
    void judgingChangesNothing() {
        SameDiffLearner learner = LEARNERS.learner();
        fit(learner, 1);
        LearnerState before = learner.state();
        double loss = learner.loss(minibatch(2, 5));
        assertThat(learner.loss(minibatch(2, 5))).isEqualTo(loss);
        assertThat(learner.profile(minibatch(2, 5))).containsKey("matmul");
        assertThat(learner.state()).isEqualTo(before);
        assertThat(learner.fit(minibatch(2, 5))).isCloseTo(loss, within(1e-5));
        assertThat(learner.examples(minibatch(2, 5))).isEqualTo(5);
    }

    @Test
    void oneStepIsAdams() {
        SameDiffLearner learner = line(1, Double.POSITIVE_INFINITY);
        learner.fit(slope(2));
        assertThat(learner.state().parameters().values()).containsExactly(new float[] {0.9f, 0.9f}, within(1e-6f));
        assertThat(learner.state().moments().values())
                .containsExactly(new float[] {0.2f, 0.2f, 0.004f, 0.004f}, within(1e-6f));
    }

    @Test
    void aLongGradientIsCutToTheGivenLength() {
        SameDiffLearner learner = line(1, 1);
        assertThat(learner.fit(slope(1000))).isEqualTo(2000);
        float[] moments = learner.state().moments().values();
        assertThat(Math.hypot(moments[0], moments[1])).isCloseTo(0.1, within(1e-6));

        SameDiffLearner gentle = line(1, 1);
        gentle.fit(slope(0.25f));
        assertThat(gentle.state().moments().values()[0]).isCloseTo(0.025f, within(1e-6f));
    }

    @Test
    void theRateIsThatOfTheStepsNumberAlsoAfterRestoring() {
        SameDiffLearner learner = line(1, 1);
        learner.fit(slope(1));
        learner.fit(slope(1));
        LearnerState second = learner.state();
        assertThat(second.parameters().values()[0]).isCloseTo(0.89f, within(1e-6f)); // rates 0.1, then 0.01
        learner.restore(new LearnerState(second.layout(), second.parameters(), second.moments(), 0), 0);
        learner.fit(slope(1));
        assertThat(learner.state().parameters().values()[0]).isLessThan(0.85f);
    }

    @Test
    void aStateOfAnotherLayoutIsRefused() {
        SameDiffLearner learner = LEARNERS.learner();
        LearnerState own = learner.state();
        LearnerState other = new NetworkLearners(new TransformerShape(4, 9, 1, 32, 1, 2), 7, 0.5, LEARNERS.rate())
                .create()
                .state();
        assertThatThrownBy(() -> learner.restore(other, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it is another model's");
        LearnerState cut = new LearnerState(own.layout(), own.parameters(), Floats.of(new float[3]), 0);
        assertThatThrownBy(() -> learner.restore(cut, 0)).hasMessageContaining("they are another model's, or damaged");
    }

    @Test
    void aMinibatchOfAnotherModelIsRefused() {
        assertThatThrownBy(() -> LEARNERS.learner().fit(slope(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 arrays")
                .hasMessageContaining("[frames, actions, next]");
    }

    @Test
    void makingOnePrintsNothingAndOthersAreStillHeard() {
        PrintStream before = System.out;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            PrintStream mine = System.out;
            LEARNERS.create();
            assertThat(System.out).isSameAs(mine);
            Hush.during(() -> {
                System.out.println("chatter");
                Thread other = new Thread(() -> System.out.print("other"));
                other.start();
                try {
                    other.join();
                } catch (InterruptedException stop) {
                    throw new IllegalStateException(stop);
                }
            });
            System.out.print(" and I");
        } finally {
            System.setOut(before);
        }
        assertThat(heard.toString(StandardCharsets.UTF_8)).isEqualTo("other and I");
    }

    private static List<Double> fit(SameDiffLearner learner, Integer... seeds) {
        return List.of(seeds).stream()
                .map(seed -> learner.fit(minibatch(seed, 6)))
                .toList();
    }

    /** A dot on a ring of nine pixels that goes where it is pushed. */
    private static MultiDataSet minibatch(int seed, int examples) {
        Random random = new Random(seed);
        int t = SHAPE.frames();
        float[] frames = new float[examples * t * SHAPE.pixels()];
        float[] actions = new float[examples * t];
        float[] next = new float[frames.length];
        for (int n = 0; n < examples; n++) {
            int at = random.nextInt(SHAPE.pixels());
            for (int k = n * t; k < (n + 1) * t; k++) {
                frames[k * SHAPE.pixels() + at] = 1;
                actions[k] = random.nextInt(3) - 1;
                at = Math.floorMod(at + (int) actions[k], SHAPE.pixels());
                next[k * SHAPE.pixels() + at] = 1;
            }
        }
        return new MultiDataSet(
                new INDArray[] {cube(frames, examples, SHAPE.pixels()), cube(actions, examples, 1)},
                new INDArray[] {cube(next, examples, SHAPE.pixels())});
    }

    private static INDArray cube(float[] values, int examples, int width) {
        return Nd4j.create(values, new long[] {examples, SHAPE.frames(), width}, 'c');
    }

    /** Two parameters that start at {@code start}; the loss is their sum, times what it is fed. */
    private static SameDiffLearner line(double start, double clip) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, 2);
        SDVariable unused = graph.placeHolder("y", DataType.FLOAT, -1, 2);
        SDVariable w = graph.var("w", Nd4j.valueArrayOf(new long[] {1, 2}, start, DataType.FLOAT));
        x.mul(w).add(unused).sum("loss");
        graph.setLossVariables("loss");
        var rate = new MapSchedule.Builder(ScheduleType.ITERATION)
                .add(0, 0.1)
                .add(1, 0.01)
                .build();
        return new SameDiffLearner(new SameDiffModel(graph, List.of("x"), List.of("y"), "loss"), rate, clip);
    }

    private static MultiDataSet slope(float slope) {
        return new MultiDataSet(
                Nd4j.valueArrayOf(new long[] {1, 2}, slope, DataType.FLOAT), Nd4j.zeros(DataType.FLOAT, 1, 2));
    }
}
