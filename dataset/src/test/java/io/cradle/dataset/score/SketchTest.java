package io.cradle.dataset.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchTest {
    private static final Scoring SCORING = new Scoring(0.002, 16, 64);

    @Property(tries = 200)
    void theShareOfEqualSlotsIsTheSimilarityOfTheSetsWithinFiveDeviations(
            @ForAll @DoubleRange(min = 0, max = 1) double similarity,
            @ForAll @IntRange(min = 500, max = 4000) int union,
            @ForAll @LongRange(max = 1000) long seed) {
        int common = (int) (similarity * union);
        Sets.Pair pair = Sets.pair(union, common, new Random(seed));
        double known = (double) common / union;
        assertThat(pair.one().similarity(pair.other()))
                .isCloseTo(known, within(5 * Math.sqrt(known * (1 - known) / Sketch.SLOTS) + 1.0 / Sketch.SLOTS));
    }

    @ParameterizedTest
    @CsvSource({"500, 0.5", "1000, 0.5", "1000, 0.9", "4000, 0.8"})
    void theEstimateIsUnbiasedAndDeviatesAsStated(int union, double similarity) {
        Random random = new Random(union);
        int pairs = 1000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < pairs; i++) {
            Sets.Pair pair = Sets.pair(union, (int) Math.round(similarity * union), random);
            double error = pair.one().similarity(pair.other()) - similarity;
            sum += error;
            squares += error * error;
        }
        double stated = Math.sqrt(similarity * (1 - similarity) / Sketch.SLOTS);
        assertThat(sum / pairs).isCloseTo(0, within(4 * stated / Math.sqrt(pairs)));
        assertThat(Math.sqrt(squares / pairs)).isLessThan(1.1 * stated);
    }

    @Property(tries = 50)
    void aSketchIsLikeItself(@ForAll @LongRange(max = 1000) long seed) {
        Sketch sketch = Sketch.of(Gliders.clean(seed), SCORING);
        assertThat(sketch.similarity(sketch)).isOne();
        assertThat(Sketch.ofBytes(sketch.bytes())).isEqualTo(sketch).hasSameHashCodeAs(sketch);
    }

    @Test
    void whatShowsNothingIsLikeAllElseThatShowsNothing() {
        Sketch blank = Sets.sketch(List.of());
        assertThat(blank.similarity(Sets.sketch(List.of()))).isOne();
        assertThat(blank.similarity(Sets.sketch(List.of(7)))).isZero();
    }

    @Test
    void actionsTimeAndHiddenTruthAreNotSketched() {
        Episode clean = Gliders.clean(1);
        Episode other = Gliders.clean(2);
        Episode mixed =
                Specimens.with(Specimens.with(clean, other.require(Layout.ACTION)), other.require(Layout.CONTACTS));
        assertThat(Sketch.of(mixed, SCORING)).isEqualTo(Sketch.of(clean, SCORING));
        assertThat(Sketch.of(other, SCORING)).isNotEqualTo(Sketch.of(clean, SCORING));
    }

    @Test
    void withoutFramesTheCellsOfNumbersAreSketched() {
        Episode numbers = blind(Gliders.clean(1));
        Episode nudged = Specimens.withValue(numbers, Layout.PROPRIO, 50, 0, 0.9f);
        Sketch sketch = Sketch.of(numbers, SCORING);
        assertThat(sketch.similarity(Sketch.of(nudged, SCORING))).isBetween(0.9, 0.9999);
        assertThat(sketch.similarity(Sketch.of(blind(Gliders.clean(2)), SCORING)))
                .isLessThan(0.5);
    }

    private static Episode blind(Episode episode) {
        return Specimens.episode(episode.provenance().seed(), List.of(episode.require(Layout.PROPRIO)));
    }

    @Test
    void bytesOfAnotherLengthAreNoSketch() {
        assertThatThrownBy(() -> Sketch.ofBytes(new byte[255]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid sketch of 255 bytes: must be 256");
    }
}
