package io.cradle.dataset.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.spec.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowShuffleTest {
    private static List<Long> places(WindowShuffle shuffle, long size, long pass, int worker, int workers) {
        List<Long> places = new ArrayList<>();
        shuffle.places(size, pass, worker, workers).forEachRemaining((long place) -> places.add(place));
        return places;
    }

    @Property(tries = 300)
    void everyPlaceComesOncePerPassOverAllWorkers(
            @ForAll long seed,
            @ForAll @IntRange(max = 200) int size,
            @ForAll @IntRange(min = 1, max = 30) int block,
            @ForAll @IntRange(min = 1, max = 6) int together,
            @ForAll @IntRange(min = 1, max = 4) int workers,
            @ForAll @IntRange(max = 3) int pass) {
        WindowShuffle shuffle = new WindowShuffle(seed, block, together);
        List<Long> all = IntStream.range(0, workers)
                .boxed()
                .flatMap(worker -> places(shuffle, size, pass, worker, workers).stream())
                .toList();
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, size).boxed().toList());
    }

    @Property(tries = 100)
    void theOrderIsAPureFunctionOfSeedPassAndWorker(@ForAll long seed, @ForAll @IntRange(max = 50) int pass) {
        WindowShuffle shuffle = new WindowShuffle(seed, 8, 3);
        List<Long> places = places(shuffle, 500, pass, 1, 2);

        assertThat(places(new WindowShuffle(seed, 8, 3), 500, pass, 1, 2)).isEqualTo(places);
        assertThat(places(new WindowShuffle(seed + 1, 8, 3), 500, pass, 1, 2)).isNotEqualTo(places);
        assertThat(places(shuffle, 500, pass + 1, 1, 2)).isNotEqualTo(places);
        assertThat(places(shuffle, 500, pass, 0, 2)).isNotEqualTo(places);
    }

    @ParameterizedTest(name = "{0} places in blocks of {1}, {2} together, at point {3}")
    @CsvSource({"60, 10, 2, 0", "60, 10, 2, 25", "60, 10, 2, 59", "64, 10, 3, 0", "64, 10, 3, 40", "49, 7, 1, 3"})
    void everyPlaceIsEquallyLikelyAtEveryPointOfAPass(int size, int block, int together, int point) {
        long[] counts = new long[size];
        for (int i = 0; i < 200 * size; i++) {
            PrimitiveIterator.OfLong places =
                    new WindowShuffle(Seeds.child(3, i), block, together).places(size, 0, 0, 1);
            for (int before = 0; before < point; before++) {
                places.nextLong();
            }
            counts[(int) places.nextLong()]++;
        }
        Evenness.assertEven(counts);
    }

    @Property(tries = 100)
    void noMoreBlocksAreOpenAtATimeThanAreShuffledTogether(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int together) {
        int block = 10;
        List<Long> places = places(new WindowShuffle(seed, block, together), 400, 0, 0, 1);

        for (int turn = 0; turn < places.size(); turn += block * together) {
            List<Long> open = places.subList(turn, Math.min(places.size(), turn + block * together));
            assertThat(open.stream().map(place -> place / block).distinct().count())
                    .isLessThanOrEqualTo(together);
        }
    }

    @Test
    void windowsOfABlockMeetMoreOftenThanChanceWouldHaveIt() {
        // What docs/windows.md says is not as in a full shuffle, in figures: 20 blocks of 50, 5 together, batches of
        // 10.
        long neighbours = 0;
        for (int pass = 0; pass < 50; pass++) {
            List<Long> places = places(new WindowShuffle(1, 50, 5), 1000, pass, 0, 1);
            for (int i = 0; i < places.size(); i += 10) {
                neighbours += 10
                        - places.subList(i, i + 10).stream()
                                .map(place -> place / 50)
                                .distinct()
                                .count();
            }
        }
        double perBatch = neighbours / (50.0 * 100);
        assertThat(perBatch).isBetween(5.3, 5.6); // 10 - 5 (1 - (200 choose 10) / (250 choose 10)) = 5.49
    }

    @Test
    void aPassEnds() {
        PrimitiveIterator.OfLong places = new WindowShuffle(1, 4, 2).places(3, 0, 0, 1);
        places.forEachRemaining((long place) -> assertThat(place).isBetween(0L, 2L));
        assertThat(places.hasNext()).isFalse();
        assertThatThrownBy(places::nextLong)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("Cannot draw another window: the pass is over");
        assertThat(places(new WindowShuffle(1, 4, 2), 0, 0, 0, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "8388609, 2"})
    void shufflesOfNothingOrOfTooMuchAreRefused(int block, int together) {
        assertThatThrownBy(() -> new WindowShuffle(1, block, together))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Invalid shuffle blockWindows=%d, together=%d: each must be at least 1, and their product at most 16777216"
                                .formatted(block, together));
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "2, 2", "0, 0"})
    void workersThatAreNoneAreRefused(int worker, int workers) {
        assertThatThrownBy(() -> new WindowShuffle(1, 4, 2).places(9, 0, worker, workers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid worker=%d of %d: must be from 0 to one less".formatted(worker, workers));
    }
}
