package io.cradle.dataset.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodeTest {
    private static double bits(FrameCode code, List<Tensor> films) {
        return Films.bitsPerFrame(code, films, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.3, 0.5})
    void independentPixelsCostTheirEntropy(double ink) {
        double bits = bits(FrameCode.ORDER_0, Films.noise(50, 40, ink, 7));
        assertThat(bits).isCloseTo(Films.PIXELS * Films.entropy(ink), within(0.5));
    }

    @ParameterizedTest
    @EnumSource
    void noCodeIsShorterThanTheEntropyOfItsSource(FrameCode code) {
        double ink = 0.2;
        int frames = 50 * 40;
        // Four standard deviations of what 234,000 pixels of this source are worth.
        double spread = Math.log(0.8 / 0.2) / Math.log(2) * Math.sqrt(ink * (1 - ink) * Films.PIXELS / frames);
        assertThat(bits(code, Films.noise(50, 40, ink, 11)))
                .isGreaterThan(Films.PIXELS * Films.entropy(ink) - 4 * spread);
    }

    @ParameterizedTest
    @EnumSource
    void framesThatAreAlwaysTheSameCostNearlyNothing(FrameCode code) {
        assertThat(bits(code, List.of(Films.film(3000, t -> new boolean[Films.PIXELS]))))
                .isLessThan(0.05);
    }

    @Test
    void whatIsAsBeforeIsKnownFromTheFrameBeforeAndNotFromItsNeighbours() {
        List<Tensor> still = Films.places(3000, 2, 1, 3);
        assertThat(Films.bitsPerFrame(FrameCode.SPATIAL, still, 1)).isGreaterThan(Films.PLACE);
        assertThat(Films.bitsPerFrame(FrameCode.PREVIOUS, still, 1)).isLessThan(0.1 * Films.PLACE);
    }

    @Test
    void whatIsAsTwoFramesAgoIsKnownFromThatFrameAlone() {
        List<Tensor> returning = Films.places(3000, 3, 2, 3);
        assertThat(Films.bitsPerFrame(FrameCode.PREVIOUS, returning, 2)).isGreaterThan(Films.PLACE);
        assertThat(Films.bitsPerFrame(FrameCode.BEFORE, returning, 2)).isLessThan(0.4 * Films.PLACE);
    }

    @Test
    void changesOfFramesThatStandStillCostNearlyNothing() {
        Frames changes = Frames.of(Films.places(1, 3000, 1, 3).get(0)).changes();
        for (FrameCode code : List.of(FrameCode.ORDER_0, FrameCode.SPATIAL)) {
            assertThat(code.coder(Films.RASTER).bits(changes, 1) / 2999).isLessThan(0.5);
        }
    }

    @Test
    void whoKnowsMoreOfAMovingSquarePaysLess() {
        List<Tensor> squares = Films.squares(100, 50, 1);
        double none = bits(FrameCode.ORDER_0, squares);
        double neighbours = bits(FrameCode.SPATIAL, squares);
        double previous = bits(FrameCode.PREVIOUS, squares);
        double before = bits(FrameCode.BEFORE, squares);
        assertThat(neighbours).isLessThan(0.6 * none);
        assertThat(previous).isLessThan(0.6 * neighbours);
        assertThat(before).isLessThan(previous);
        assertThat(bits(FrameCode.MIXED, squares)).isLessThan(1.1 * before);
    }

    @Test
    void theFirstFrameOfAnEpisodeIsCodedWithoutTheOneBefore() {
        List<Tensor> single = Films.noise(300, 1, 0.3, 2);
        assertThat(bits(FrameCode.PREVIOUS, single)).isEqualTo(bits(FrameCode.SPATIAL, single));
        assertThat(bits(FrameCode.BEFORE, single)).isEqualTo(bits(FrameCode.SPATIAL, single));
    }

    /** The sequential estimate multiplies to Γ(n0 + 1/2) Γ(n1 + 1/2) / (π Γ(n + 1)), whatever the order. */
    @Property
    void theLengthFollowsFromTheCountsAlone(@ForAll @Size(min = 1, max = 300) List<Boolean> bits) {
        long ink = bits.stream().filter(bit -> bit).count();
        long blank = bits.size() - ink;
        double expected = -(Gamma.logGamma(ink + 0.5)
                        + Gamma.logGamma(blank + 0.5)
                        - Gamma.logGamma(bits.size() + 1.0)
                        - Math.log(Math.PI))
                / Math.log(2);
        assertThat(lengthOf(bits)).isCloseTo(expected, within(1e-9));
    }

    /** Krichevsky and Trofimov: at most ½ log2 n + 1 bits above the entropy of the counts, and never below it. */
    @Property
    void theLengthIsNearTheEntropyOfTheCounts(@ForAll @Size(min = 1, max = 300) List<Boolean> bits) {
        double share = bits.stream().filter(bit -> bit).count() / (double) bits.size();
        double least = bits.size() * Films.entropy(share);
        assertThat(lengthOf(bits))
                .isGreaterThanOrEqualTo(least - 1e-9)
                .isLessThanOrEqualTo(least + 0.5 * Math.log(bits.size()) / Math.log(2) + 1 + 1e-9);
    }

    private static double lengthOf(List<Boolean> bits) {
        Counts counts = new Counts(1);
        CodeLength length = new CodeLength();
        for (boolean bit : bits) {
            length.add(bit ? counts.ink(0) : 1 - counts.ink(0));
            counts.learn(0, bit);
        }
        return length.bits();
    }

    @Property
    void lengthsOfPartsAddUp(@ForAll @Size(max = 400) List<@DoubleRange(min = 0.01, max = 1) Double> roots) {
        CodeLength whole = new CodeLength();
        double sum = 0;
        for (double root : roots) {
            double p = Math.pow(root, 8); // down to 1e-16
            whole.add(p);
            sum -= Math.log(p) / Math.log(2);
        }
        assertThat(whole.bits()).isCloseTo(sum, within(1e-8));
    }

    @Test
    void aTapThatNoDecoderKnowsIsRefused() {
        assertThatThrownBy(() -> new Tap(0, 0, 0))
                .hasMessage(
                        "Invalid tap down=0, right=0: a decoder does not know this pixel yet; look above or to the left");
        assertThatThrownBy(() -> new Tap(0, 1, -1)).hasMessageContaining("a decoder does not know this pixel yet");
        assertThatThrownBy(() -> new Tap(3, 0, 0))
                .hasMessageContaining("age=3")
                .hasMessageContaining("at most 2 frames");
        assertThatThrownBy(() -> Template.BEFORE.with(1, -2, -2, 2)).hasMessageContaining("at most 24");
    }

    @Test
    void onlyBinaryFramesAreLaidOut() {
        TensorSpec gray = new TensorSpec("lcd", Encoding.U8, List.of(4, 4), List.of(), Scaling.NONE, 0, 255, 10);
        assertThatThrownBy(() -> Raster.of(gray))
                .hasMessage(
                        "Cannot lay out tensor 'lcd' as binary frames: it holds U8 of shape [4, 4]; use BITS [H, W]");
    }
}
