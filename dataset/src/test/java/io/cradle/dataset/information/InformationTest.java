package io.cradle.dataset.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InformationTest {
    private static final InformationConfig CONFIG = new InformationConfig(100, 16);
    private static final TensorSpec ACTION =
            TensorSpec.vector(Layout.ACTION, List.of(new Channel("push", "N", -1, 1)), Scaling.SIGNED_UNIT, -1, 1, 10);
    private static final TensorSpec TIME =
            new TensorSpec(Layout.TIME, Encoding.I64, List.of(), List.of(), Scaling.NONE, 0, 1e18, 0);
    private static final TensorSpec GRAY =
            new TensorSpec(Layout.FRAME, Encoding.U8, List.of(3, 4), List.of(), Scaling.NONE, 0, 255, 10);
    private static final int STEPS = 30;

    private static List<Episode> episodes(String source) {
        List<Tensor> films = Films.squares(40, STEPS, 1);
        Random random = new Random(9);
        return IntStream.range(0, films.size())
                .mapToObj(i -> Films.episode(source, i, films.get(i), actions(random)))
                .toList();
    }

    private static Tensor actions(Random random) {
        float[] actions = new float[STEPS];
        for (int t = 0; t < STEPS; t++) {
            actions[t] = 2 * random.nextFloat() - 1;
        }
        return Tensor.ofFloats(ACTION, actions);
    }

    private static InformationReport measured(List<Episode> episodes) {
        return Information.measure(episodes.iterator(), episodes.get(0).layout(), CONFIG);
    }

    private static List<String> codes(InformationReport report, String tensor) {
        return report.of(tensor).stream().map(Cost::code).toList();
    }

    @Test
    void framesAreCodedFromPlainToKnowing() {
        InformationReport report = measured(episodes("rollout"));
        assertThat(report.episodes()).isEqualTo(40);
        assertThat(report.steps()).isEqualTo(40 * STEPS);
        assertThat(codes(report, "lcd"))
                .containsExactly(
                        "raw",
                        "zstd 3",
                        "zstd 19",
                        "order-0",
                        "spatial",
                        "+ previous",
                        "+ one before",
                        "context mixer",
                        "XOR, zstd 3",
                        "XOR, zstd 19",
                        "XOR, order-0",
                        "XOR, spatial");
        assertThat(report.bits("lcd", "raw")).isEqualTo(15 * 8);
        assertThat(report.bits("lcd", "order-0")).isCloseTo(Films.PIXELS * Films.entropy(9.0 / 117), within(0.1));
        assertThat(report.bits("lcd", "+ previous")).isLessThan(report.bits("lcd", "spatial"));
        assertThat(report.omissions()).isEmpty();
    }

    @Test
    void actionsHaveNothingButTheirLevels() {
        InformationReport report = measured(episodes("rollout"));
        assertThat(codes(report, "action")).containsExactly("raw", "zstd 3", "zstd 19", "order-0 of 16 levels");
        assertThat(report.bits("action", "raw")).isEqualTo(32);
        assertThat(report.bits("action", "zstd 19")).isBetween(25.0, 33.0);
        assertThat(report.bits("action", "order-0 of 16 levels")).isCloseTo(4, within(0.1));
    }

    @Test
    void aSimulatedEpisodeIsItsSeedAndPerhapsItsActions() {
        InformationReport report = measured(episodes("rollout"));
        assertThat(codes(report, "episode")).containsExactly("raw", "seed + actions", "seed");
        assertThat(report.bits("episode", "raw")).isEqualTo((15 + 4) * 8);
        // Twelve bytes an episode, and the names "d", "p" and "g" once.
        double seed = (40 * 12 + 3) * 8.0 / (40 * STEPS);
        assertThat(report.bits("episode", "seed")).isCloseTo(seed, within(1e-9));
        double least = Math.min(32, Math.min(report.bits("action", "zstd 3"), report.bits("action", "zstd 19")));
        assertThat(report.bits("episode", "seed + actions")).isCloseTo(seed + least, within(1e-9));
    }

    @Test
    void whatWasRecordedIsNotRegenerated() {
        List<Episode> mixed = new ArrayList<>(episodes("rollout"));
        mixed.addAll(episodes("csv"));
        InformationReport report = measured(mixed);
        assertThat(codes(report, "episode")).containsExactly("raw");
        assertThat(report.omissions())
                .containsExactly(
                        new Omission(
                                "episode",
                                "seed + actions, seed",
                                "40 of 80 episodes are not of source 'rollout': what was recorded cannot be simulated again, and a dream needs its model"));
    }

    @Test
    void grayFramesAndTimeStampsSayWhatDoesNotApply() {
        byte[] gray = new byte[STEPS * 12];
        new Random(5).nextBytes(gray);
        long[] stamps = IntStream.range(0, STEPS).mapToLong(t -> t * 1000L).toArray();
        InformationReport report = measured(
                List.of(Films.episode("rollout", 1, Tensor.ofBytes(GRAY, gray), Tensor.ofLongs(TIME, stamps))));
        assertThat(codes(report, "lcd")).containsExactly("raw", "zstd 3", "zstd 19", "order-0");
        assertThat(codes(report, "time")).containsExactly("raw", "zstd 3", "zstd 19");
        assertThat(codes(report, "episode")).containsExactly("raw", "seed");
        assertThat(report.omissions())
                .containsExactly(
                        new Omission(
                                "lcd",
                                "contexts in space and time, XOR of frames",
                                "it holds U8, and they are models of binary frames"),
                        new Omission(
                                "time", "order-0", "it holds I64, whole numbers without a range to cut into levels"));
    }

    @Test
    void aLogWithoutFramesSaysSo() {
        InformationReport report = measured(List.of(Films.episode("csv", 1, actions(new Random(1)))));
        assertThat(report.omissions())
                .extracting(Omission::why)
                .contains("the table has no frames")
                .anyMatch(why -> why.startsWith("1 of 1 episodes are not of source 'rollout'"));
    }

    @Test
    void anUnknownCodeAndAnEmptySetAreNamed() {
        InformationReport report = measured(episodes("rollout"));
        assertThatThrownBy(() -> report.bits("lcd", "jpeg"))
                .hasMessageContaining("Cannot find code 'jpeg' of tensor 'lcd': there are");
        Layout layout = new Layout(List.of(ACTION));
        List<Episode> none = List.of();
        assertThatThrownBy(() -> Information.measure(none.iterator(), layout, CONFIG))
                .hasMessage(
                        "Cannot measure information: there is no episode; name a table or a selection that holds some");
    }

    @Test
    void badSettingsAreRefusedWithTheirKey() {
        assertThatThrownBy(() -> new InformationConfig(0, 16))
                .hasMessage("Invalid information.episodes=0: must be at least 1");
        assertThatThrownBy(() -> new InformationConfig(1, 1))
                .hasMessage("Invalid information.levels=1: must be from 2 to 65536");
    }
}
