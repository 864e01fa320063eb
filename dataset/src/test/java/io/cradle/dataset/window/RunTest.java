package io.cradle.dataset.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTest {
    private static final Channel ANGLE = new Channel("angle", "rad", -4, 4);
    private static final Channel HEAT = new Channel("heat", "K", 0, 400);
    private static final TensorSpec PROPRIO =
            TensorSpec.vector(Layout.PROPRIO, List.of(ANGLE), Scaling.NONE, -4, 4, 10);
    private static final TensorSpec MASK =
            new TensorSpec(Layout.VALID, Encoding.BITS, List.of(2), List.of(HEAT, ANGLE), Scaling.NONE, 0, 1, 10);

    /** A step for each letter: {@code x} where the angle was measured; heat, which nobody asks for, never was. */
    private static Episode episode(String steps) {
        boolean[] valid = new boolean[2 * steps.length()];
        IntStream.range(0, steps.length()).forEach(t -> valid[2 * t + 1] = steps.charAt(t) == 'x');
        return new Episode(
                Episode.idOf(steps),
                List.of(Tensor.ofFloats(PROPRIO, new float[steps.length()]), Tensor.ofBits(MASK, valid)),
                new Provenance("csv", "W", "0".repeat(64), "unknown", 0, "g", "r", Split.TRAIN, SplitBy.HASH));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"xxxx, 0-4", "..xx, 2-4", "xx.x, 0-2 3-4", "x..., 0-1", "...., ''", ".x..xx., 1-2 4-6"})
    void runsAreWhatWasMeasured(String steps, String runs) {
        assertThat(Run.of(episode(steps)).stream()
                        .map(run -> "%d-%d".formatted(run.from(), run.to()))
                        .toList())
                .isEqualTo(runs.isEmpty() ? List.of() : List.of(runs.split(" ")));
        assertThat(Run.isWhole(episode(steps))).isEqualTo(!steps.contains("."));
    }

    @Test
    void withoutAMaskAllIsMeasured() {
        Episode whole = new Episode(
                Episode.idOf("bare"),
                List.of(Tensor.ofFloats(PROPRIO, new float[3])),
                episode("xxx").provenance());
        assertThat(Run.of(whole)).containsExactly(new Run(0, 3));
        assertThat(Run.canBreak(whole.layout())).isFalse();
        assertThat(Run.canBreak(episode("x").layout())).isTrue();
    }

    @Test
    void windowsAreCutFromRunsAcrossSegmentsAndLieWhereTheyWould() {
        Stretch stretch = new Stretch(List.of(Addresses.segment("a", 0, 4), Addresses.segment("a", 4, 4)));
        List<Stretch> parts =
                Run.cut(stretch, List.of(new Run(1, 3), new Run(3, 7))).toList();
        assertThat(parts).extracting(Stretch::firstStep).containsExactly(1, 3);
        assertThat(parts).extracting(Stretch::steps).containsExactly(2, 4);
        WindowSpec three = new WindowSpec(2, 1, 1);
        assertThat(Windower.count(parts.get(0), three)).isZero();
        assertThat(Windower.cut(parts.get(1), three))
                .isEqualTo(List.of(new WindowAddress(stretch, 3, 3), new WindowAddress(stretch, 4, 3)));
    }

    @Test
    void aRunOfOtherSegmentsCutsNothing() {
        Stretch late = Stretch.of(Addresses.segment("a", 8, 4));
        assertThat(Run.cut(late, List.of(new Run(0, 8), new Run(12, 20)))).isEmpty();
        assertThat(Run.cut(late, List.of(new Run(0, 20)))).containsExactly(late);
    }

    @Test
    void anEmptyRunIsRejected() {
        assertThatThrownBy(() -> new Run(3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid run of steps [3, 3): it holds none");
    }
}
