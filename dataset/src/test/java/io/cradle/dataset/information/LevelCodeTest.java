package io.cradle.dataset.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelCodeTest {
    private static final int STEPS = 20_000;
    private static final TensorSpec PUSH =
            TensorSpec.vector("action", List.of(new Channel("push", "N", -1, 1)), Scaling.SIGNED_UNIT, -1, 1, 10);

    private static double bits(TensorSpec spec, int cells, DoubleUnaryOperator value) {
        float[] values = new float[STEPS * spec.elements()];
        Random random = new Random(4);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(random.nextDouble());
        }
        LevelCode code = new LevelCode(spec, cells);
        code.add(Tensor.ofFloats(spec, values));
        return code.bits() / STEPS;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 256})
    void evenlySpreadNumbersCostTheLogarithmOfTheirLevels(int levels) {
        assertThat(bits(PUSH, levels, u -> 2 * u - 1)).isCloseTo(Math.log(levels) / Math.log(2), within(0.1));
    }

    @Test
    void numbersInHalfTheRangeCostABitLess() {
        assertThat(bits(PUSH, 256, u -> u)).isCloseTo(7, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.3, 1, -7, 7, Double.POSITIVE_INFINITY, Double.NaN})
    void aNumberThatNeverChangesCostsNearlyNothing(double value) {
        assertThat(bits(PUSH, 256, u -> value)).isLessThan(0.1);
    }

    @Test
    void whatWasNotMeasuredHasALevelOfItsOwn() {
        assertThat(bits(PUSH, 2, u -> u < 0.5 ? Double.NaN : -1)).isCloseTo(1, within(0.01));
    }

    @Test
    void channelsAreCutByTheirOwnRangesAndCountedApart() {
        TensorSpec two = TensorSpec.vector(
                "proprio",
                List.of(new Channel("near", "m", 0, 1), new Channel("far", "m", 0, 1000)),
                Scaling.NONE,
                0,
                1000,
                10);
        // Both below 1: the first fills its range, the second stays in one cell of a thousandth.
        assertThat(bits(two, 256, u -> u)).isCloseTo(8, within(0.2));
    }

    @Test
    void bytesHaveTheirOwnLevels() {
        TensorSpec light = new TensorSpec("light", Encoding.U8, List.of(2), List.of(), Scaling.NONE, 0, 255, 10);
        byte[] bytes = new byte[2 * STEPS];
        new Random(1).nextBytes(bytes);
        LevelCode code = new LevelCode(light, 2);
        code.add(Tensor.ofBytes(light, bytes));
        assertThat(code.bits() / STEPS).isCloseTo(16, within(0.1));
    }

    @Test
    void bitsCostWhatTheModelOfOrderZeroSays() {
        Tensor film = Films.noise(1, 30, 0.2, 3).get(0);
        LevelCode code = new LevelCode(Films.SPEC, 2);
        code.add(film);
        assertThat(code.bits()).isCloseTo(FrameCode.ORDER_0.coder(Films.RASTER).bits(Frames.of(film), 0), within(1e-6));
    }

    @Test
    void numbersWithoutARangeAreRefused() {
        TensorSpec time = new TensorSpec("time", Encoding.I64, List.of(), List.of(), Scaling.NONE, 0, 1e18, 0);
        assertThatThrownBy(() -> new LevelCode(time, 4))
                .hasMessage("Cannot cut tensor 'time' into levels: it holds I64, which have no range");
    }

    @Test
    void zstdGivesItsOwnLengthWhateverTheParts() {
        byte[] noise = new byte[50_000];
        new Random(2).nextBytes(noise);
        assertThat(compressed(noise, noise.length)).isGreaterThanOrEqualTo(noise.length);
        assertThat(compressed(new byte[50_000], 1000)).isLessThan(100);
        assertThat(compressed(noise, 777)).isEqualTo(compressed(noise, noise.length));
    }

    private static long compressed(byte[] bytes, int part) {
        Zstandard stream = new Zstandard(3);
        for (int from = 0; from < bytes.length; from += part) {
            stream.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + part)));
        }
        stream.close();
        return stream.bytes();
    }
}
