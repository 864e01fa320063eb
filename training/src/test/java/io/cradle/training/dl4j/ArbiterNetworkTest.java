package io.cradle.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.Arbiter;
import io.cradle.training.model.ArbiterShape;
import io.cradle.training.model.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArbiterNetworkTest {
    private static final int SIDE = 16;
    private static final TensorSpec ACTION =
            TensorSpec.vector(Layout.ACTION, List.of(new Channel("push", "1", -1, 1)), Scaling.NONE, -1, 1, 10);

    private static final List<Double> LOSSES = new ArrayList<>();
    private static Arbiter arbiter;

    @TempDir
    private Path directory;

    /** A dot on a ring of 16 pixels that goes where it is pushed. */
    private static Recording recording(int seed) {
        Random random = new Random(seed);
        int steps = 20;
        boolean[] pixels = new boolean[steps * SIDE];
        float[] actions = new float[steps];
        int at = random.nextInt(SIDE);
        for (int t = 0; t < steps; t++) {
            pixels[t * SIDE + at] = true;
            actions[t] = random.nextInt(3) - 1;
            at = Math.floorMod(at + (int) actions[t], SIDE);
        }
        String id = Episode.idOf("ring", Integer.toString(seed));
        return Recording.of(new Episode(
                id,
                List.of(
                        Tensor.ofBits(TensorSpec.frame(Layout.FRAME, 1, SIDE, 10), pixels),
                        Tensor.ofFloats(ACTION, actions)),
                new Provenance(
                        "rollout", "ring", "0", "coin", seed, "test", id, Split.TRAIN, Provenance.SplitBy.HASH)));
    }

    @BeforeAll
    static void train() {
        List<Recording> recordings =
                IntStream.range(0, 60).mapToObj(ArbiterNetworkTest::recording).toList();
        arbiter = ArbiterNetwork.train(recordings, 1500, 1, LOSSES::add);
    }

    private static List<float[]> frames(Recording recording, int from) {
        return IntStream.range(from, from + ArbiterShape.FRAMES)
                .mapToObj(recording::frame)
                .toList();
    }

    private static double actionError(boolean shuffled) {
        double squares = 0;
        int count = 0;
        for (int seed = 100; seed < 120; seed++) {
            Recording recording = recording(seed);
            List<float[]> frames = new ArrayList<>(frames(recording, 3));
            if (shuffled) {
                Collections.reverse(frames);
            }
            float[] told = arbiter.actions(arbiter.features(frames));
            for (int t = 0; t < told.length; t++) {
                double off = told[t] - recording.action(3 + t)[0];
                squares += off * off;
                count++;
            }
        }
        return squares / count;
    }

    @Test
    void itLearns() {
        assertThat(LOSSES).hasSize(1500);
        assertThat(LOSSES.get(1499)).isLessThan(0.5 * LOSSES.get(0));
    }

    @Test
    void actionsCanBeReadOffTrueStretchesAndNotOffThoseThatRunBackwards() {
        double truth = actionError(false);
        assertThat(truth).isLessThan(0.4); // the variance of a push is 2/3
        assertThat(actionError(true)).isGreaterThan(2 * truth);
    }

    @Test
    void featuresAreBoundedAndDiffer() {
        double[] one = arbiter.features(frames(recording(200), 0));
        double[] other = arbiter.features(frames(recording(201), 0));
        assertThat(one).hasSize(ArbiterShape.FEATURES).isNotEqualTo(other);
        for (double each : one) {
            assertThat(each).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void aSavedOneIsTheSameAndADamagedOneIsRefused() throws IOException {
        Path file = directory.resolve("deep/arbiter.bin");
        arbiter.save(file);
        Arbiter read = Arbiter.load(file);
        assertThat(read.digest()).isEqualTo(arbiter.digest());
        assertThat(read.features(frames(recording(3), 0))).isEqualTo(arbiter.features(frames(recording(3), 0)));

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Arbiter.load(file))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("its SHA-256 is not the one in");
        Files.writeString(file, "short");
        assertThatThrownBy(() -> Arbiter.load(file)).hasMessageContaining("it is no arbiter");
        assertThatThrownBy(() -> Arbiter.load(directory.resolve("none"))).hasMessageContaining("cannot be read");
    }
}
