package io.cradle.training.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.Checkpoints;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.Windowed;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LearnedSimulatorTest {
    private static final TensorSpec FRAME = Checkpoints.LAYOUT.require(Layout.FRAME);
    private static final TensorSpec ACTION = Checkpoints.LAYOUT.require(Layout.ACTION);
    private static final Checkpoint CHECKPOINT = Checkpoints.of(1, Checkpoints.ORIGIN);
    private static final int PIXELS = FRAME.elements();

    @Test
    void itDreamsWhatTheModelSaysFromWhatItDreamtBefore() {
        LearnedSimulator world = simulator(new Windowed(new OldestFrame()), Sampling.THRESHOLD, 1);
        assertThat(world.reset(List.of(prompt(frame(1), frame(2), frame(3)))).get(0))
                .isEqualTo(frame(3));
        assertThat(world.step(still(1)).get(0)).isEqualTo(frame(2));
        assertThat(world.step(still(1)).get(0)).isEqualTo(frame(3));
        assertThat(world.step(still(1)).get(0)).isEqualTo(frame(2));
    }

    @Test
    void aPromptShorterThanTheModelLooksBackIsRejected() {
        LearnedSimulator world = simulator(new Windowed(new OldestFrame()), Sampling.THRESHOLD, 1);
        assertThat(world.promptSteps()).isEqualTo(2);
        assertThatThrownBy(() -> world.reset(List.of(prompt(frame(4)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot start from a prompt of 1 frames: model 'oldest' must be shown at least 2; give more, or a seed");
        world.reset(List.of(prompt(frame(4), frame(5))));
        assertThat(world.step(still(1)).get(0)).isEqualTo(frame(4));
    }

    @Test
    void theActionReachesTheModel() {
        LearnedSimulator world = simulator(new Windowed(new PixelOfAction()), Sampling.THRESHOLD, 2);
        world.reset(List.of(new Start.Seed(1), new Start.Seed(2)));
        Tensor next = world.step(Tensor.ofFloats(ACTION, new float[] {0.3f, 0, 0.7f, 0}))
                .get(0);
        assertThat(next).isEqualTo(Tensor.concat(List.of(frame(3), frame(7))));
    }

    @Test
    void actionsOutOfTheirRangeAreCutAndCounted() {
        LearnedSimulator world = simulator(new Windowed(new PixelOfAction()), Sampling.THRESHOLD, 1);
        world.reset(List.of(new Start.Seed(1)));
        Tensor next = world.step(Tensor.ofFloats(ACTION, new float[] {30, -2})).get(0);
        assertThat(next).isEqualTo(frame(10));
        assertThat(world.clipped()).isEqualTo(2);
    }

    @Test
    void aSeedPicksOneOfTheCheckpointsPromptsAndAlwaysTheSame() {
        List<Start> starts =
                LongStream.range(0, 30).<Start>mapToObj(Start.Seed::new).toList();
        LearnedSimulator world = simulator(CHECKPOINT.model(), Sampling.THRESHOLD, 30);
        Tensor first = world.reset(starts).get(0);
        assertThat(world.reset(starts).get(0)).isEqualTo(first);
        assertThat(first.rows()).isEqualTo(30);
        assertThat(rows(first).stream().distinct()).hasSize(3).allSatisfy(row -> assertThat(
                        rows(CHECKPOINT.prompts().tensors().get(0)))
                .contains(row));
    }

    @Test
    void aWorldsDreamDoesNotDependOnWhoIsDreamtBesideIt() {
        List<Start> starts =
                LongStream.range(0, 70).<Start>mapToObj(Start.Seed::new).toList();
        LearnedSimulator all = simulator(CHECKPOINT.model(), Sampling.BERNOULLI, 70);
        all.reset(starts);
        List<Tensor> together =
                List.of(all.step(still(70)).get(0), all.step(still(70)).get(0));
        for (int world = 0; world < 70; world += 23) {
            LearnedSimulator alone = simulator(CHECKPOINT.model(), Sampling.BERNOULLI, 1);
            alone.reset(List.of(starts.get(world)));
            for (Tensor frames : together) {
                assertThat(alone.step(still(1)).get(0)).isEqualTo(frames.slice(world, world + 1));
            }
        }
    }

    @Test
    void aSnapshotGoesOnBitForBit() {
        LearnedSimulator world = simulator(CHECKPOINT.model(), Sampling.BERNOULLI, 1);
        world.reset(List.of(new Start.Seed(5)));
        world.step(still(1));
        List<Snapshot> there = world.snapshot();
        List<Tensor> after =
                List.of(world.step(still(1)).get(0), world.step(still(1)).get(0));
        LearnedSimulator other = simulator(CHECKPOINT.model(), Sampling.BERNOULLI, 1);
        other.reset(List.of(new Start.Restored(there.get(0))));
        assertThat(List.of(other.step(still(1)).get(0), other.step(still(1)).get(0)))
                .isEqualTo(after);
    }

    @Test
    void samplingDrawsPixelsAsOftenAsTheModelSays() {
        int worlds = 2000;
        LearnedSimulator world = simulator(new Windowed(new Constant(0.3f)), Sampling.BERNOULLI, worlds);
        world.reset(LongStream.range(0, worlds).<Start>mapToObj(Start.Seed::new).toList());
        Tensor frames = world.step(still(worlds)).get(0);
        double ink = rows(frames).stream()
                .mapToLong(row -> row.stream().filter(pixel -> pixel).count())
                .sum();
        assertThat(ink / worlds / PIXELS).isCloseTo(0.3, within(0.01));
    }

    @Test
    void surpriseIsTheBitsOfWhatWasSeen() {
        LearnedSimulator world = simulator(new Windowed(new Constant(0.25f)), Sampling.THRESHOLD, 2);
        world.reset(List.of(new Start.Seed(1), new Start.Seed(2)));
        List<Snapshot> before = world.snapshot();
        Tensor seen = Tensor.concat(List.of(frame(3), Tensor.ofBits(FRAME, new boolean[PIXELS])));
        double empty = -Math.log(0.75) / Math.log(2);
        assertThat(world.surprise(still(2), List.of(seen)))
                .containsExactly(new double[] {2 + (PIXELS - 1) * empty, PIXELS * empty}, within(1e-9));
        assertThat(world.snapshot()).isEqualTo(before);
        assertThatThrownBy(() -> world.surprise(still(2), List.of(frame(3))))
                .hasMessage("Cannot measure surprise of 2 worlds by 1 observations: give one a world");
    }

    @Test
    void worldsThatDoNotFitMemoryAreRefusedBeforeItIsTaken() {
        assertThatThrownBy(() -> LearnedSimulator.requireMemory(1 << 20, 300, 200L << 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot dream 300 worlds at once: they need about 300 MiB, this process may take 200; ask for fewer, or give it more memory");
        LearnedSimulator.requireMemory(1 << 20, 300, 300L << 20);
    }

    @Test
    void aTemperatureIsAboveZero() {
        for (double temperature : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Sampling(Sampling.Draw.SAMPLE, temperature))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Invalid dream.temperature=" + temperature);
        }
    }

    @Test
    void aPoseHasNoMeaning() {
        LearnedSimulator world = simulator(new Windowed(new Constant(0.1f)), Sampling.THRESHOLD, 1);
        assertThatThrownBy(() -> world.reset(List.of(new Start.Pose(List.of(1.0, 2.0, 0.0), 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give a seed, a prompt, or its own snapshot");
    }

    @Test
    void aPromptOfAnotherWorldIsRejected() {
        LearnedSimulator world = simulator(new Windowed(new Constant(0.1f)), Sampling.THRESHOLD, 1);
        TensorSpec wide = TensorSpec.frame(Layout.FRAME, 3, 6, 10);
        Start prompt = new Start.Prompt(List.of(Tensor.ofBits(wide, new boolean[18])), still(1), 1);
        assertThatThrownBy(() -> world.reset(List.of(prompt)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no frames 'lcd' of shape [3, 5] in it");
    }

    @Test
    void aStepBeforeTheFirstResetIsAnError() {
        LearnedSimulator world = simulator(new Windowed(new Constant(0.1f)), Sampling.THRESHOLD, 1);
        assertThatThrownBy(() -> world.step(still(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot step a learned simulator: reset it first");
    }

    @Test
    void actionsForAnotherNumberOfWorldsAreRejected() {
        LearnedSimulator world = simulator(new Windowed(new Constant(0.1f)), Sampling.THRESHOLD, 2);
        world.reset(List.of(new Start.Seed(1), new Start.Seed(2)));
        assertThatThrownBy(() -> world.step(still(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot step 2 worlds");
        assertThatThrownBy(() -> world.reset(List.of(new Start.Seed(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot reset 2 worlds by 1 starts: give one a world");
    }

    /** Of the same layout, so that nothing else would tell. */
    @Test
    void aSnapshotOfAnotherCheckpointIsRefused() {
        LearnedSimulator one = of("3a5f");
        one.reset(List.of(new Start.Seed(1)));
        Snapshot there = one.snapshot().get(0);
        one.reset(List.of(new Start.Restored(there)));
        assertThatThrownBy(() -> of("77c0").reset(List.of(new Start.Restored(there))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("snapshot of checkpoint 3a5f in checkpoint 77c0", "as a prompt");
    }

    private static LearnedSimulator of(String checkpoint) {
        return new LearnedSimulator(
                CHECKPOINT.model(), Checkpoints.LAYOUT, CHECKPOINT.prompts(), Sampling.THRESHOLD, 1, checkpoint);
    }

    private static LearnedSimulator simulator(WorldModel model, Sampling sampling, int worlds) {
        return new LearnedSimulator(model, Checkpoints.LAYOUT, CHECKPOINT.prompts(), sampling, worlds);
    }

    private static Start prompt(Tensor... frames) {
        return new Start.Prompt(List.of(Tensor.concat(List.of(frames))), still(frames.length), 1);
    }

    private static Tensor still(int rows) {
        return Tensor.ofFloats(ACTION, new float[rows * ACTION.elements()]);
    }

    /** One frame with one pixel of ink. */
    private static Tensor frame(int pixel) {
        boolean[] bits = new boolean[PIXELS];
        bits[pixel] = true;
        return Tensor.ofBits(FRAME, bits);
    }

    private static List<List<Boolean>> rows(Tensor frames) {
        List<List<Boolean>> rows = new ArrayList<>();
        for (int row = 0; row < frames.rows(); row++) {
            List<Boolean> bits = new ArrayList<>();
            for (int i = 0; i < PIXELS; i++) {
                bits.add(frames.bit(row, i));
            }
            rows.add(bits);
        }
        return rows;
    }

    /** Expects the oldest of two frames again. */
    private record OldestFrame() implements NextFrameModel {
        @Override
        public String name() {
            return "oldest";
        }

        @Override
        public int frames() {
            return 2;
        }

        @Override
        public float[][] ink(float[][] past, float[][] action) {
            return Arrays.stream(past).map(row -> Arrays.copyOf(row, PIXELS)).toArray(float[][]::new);
        }
    }

    /** Expects ink at the pixel that ten times the first number of the action names. */
    private record PixelOfAction() implements NextFrameModel {
        @Override
        public String name() {
            return "pixel";
        }

        @Override
        public int frames() {
            return 2;
        }

        @Override
        public float[][] ink(float[][] past, float[][] action) {
            float[][] ink = new float[past.length][PIXELS];
            for (int row = 0; row < ink.length; row++) {
                ink[row][Math.round(10 * action[row][0])] = 0.9f;
            }
            return ink;
        }
    }

    /** Expects ink everywhere alike. */
    private record Constant(float p) implements NextFrameModel {
        @Override
        public String name() {
            return "constant";
        }

        @Override
        public int frames() {
            return 2;
        }

        @Override
        public float[][] ink(float[][] past, float[][] action) {
            float[][] ink = new float[past.length][PIXELS];
            for (float[] row : ink) {
                Arrays.fill(row, p);
            }
            return ink;
        }
    }
}
