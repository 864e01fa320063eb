package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Sets;
import io.cradle.dataset.score.Sketch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearDuplicatesTest {
    private static final NearDuplicates NEAR = new NearDuplicates(0.9);
    private static final List<Split> SPLITS = List.of(Split.values());
    private static final int UNION = 1000;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 0.85, 0.9, 0.95, 0.99})
    void theRatesHoldOnSetsOfKnownSimilarity(double similarity) {
        int pairs = 4000;
        Random random = new Random(Math.round(1000 * similarity));
        int called = 0;
        for (int i = 0; i < pairs; i++) {
            Sets.Pair pair = Sets.pair(UNION, (int) Math.round(similarity * UNION), random);
            called += leaving(readings(pair.one(), pair.other()), 1).size();
        }
        double rate = (double) called / pairs;
        System.out.printf(
                "similarity %.2f: called near duplicates %.4f, bound %.4f; missed %.4f, bound %.4f%n",
                similarity, rate, NEAR.falsePositiveRate(similarity), 1 - rate, NEAR.missRate(similarity));
        if (similarity <= NEAR.similarity()) {
            assertThat(rate).isLessThanOrEqualTo(bound(NEAR.falsePositiveRate(similarity), pairs));
        }
        if (similarity >= NEAR.similarity()) {
            assertThat(1 - rate).isLessThanOrEqualTo(bound(NEAR.missRate(similarity), pairs));
        }
    }

    /** A rate and four standard deviations of its estimate. */
    private static double bound(double rate, int pairs) {
        return rate + 4 * Math.sqrt(rate * (1 - rate) / pairs) + 1.0 / pairs;
    }

    @Test
    void whatIsFarApartIsHardlyEverCalledAlike() {
        assertThat(NEAR.falsePositiveRate(0.5)).isLessThan(1e-20);
        assertThat(NEAR.falsePositiveRate(0.8)).isLessThan(0.002);
        assertThat(NEAR.missRate(0.99)).isLessThan(1e-6);
    }

    @Property(tries = 100)
    void ofTwoAlikeTheOneInTrainLeavesAndThenTheLargerId(
            @ForAll @IntRange(max = 2) int first, @ForAll @IntRange(max = 2) int second) {
        Sketch same = Sets.sketch(List.of(1, 2, 3, 500));
        Reading one = new Reading(new Copy(SPLITS.get(first), "a"), "x", same);
        Reading other = new Reading(new Copy(SPLITS.get(second), "b"), "y", same);
        Reading expected = first < second ? one : other; // TRAIN, VAL, TEST
        assertThat(leaving(List.of(one, other), 1)).containsExactly(expected);
    }

    @Property(tries = 30)
    void orderAndPartitionsChangeNothing(
            @ForAll @LongRange(max = 1000) long seed, @ForAll @IntRange(min = 1, max = 7) int partitions) {
        List<Reading> readings = families(new Random(seed));
        Set<Reading> whole = new HashSet<>(leaving(readings, 1));
        Collections.shuffle(readings, new Random(seed + 1));
        assertThat(new HashSet<>(leaving(readings, partitions))).isEqualTo(whole);
        assertThat(whole).isNotEmpty();
    }

    /** Families of likes, in random splits. */
    private static List<Reading> families(Random random) {
        List<Reading> readings = new ArrayList<>();
        for (int family = 0; family < 8; family++) {
            List<Integer> places =
                    new ArrayList<>(random.ints(400, 0, 4096).distinct().boxed().toList());
            for (int member = 0; member < 4; member++) {
                places.remove(random.nextInt(places.size()));
                Copy copy = new Copy(SPLITS.get(random.nextInt(3)), "%016x".formatted(random.nextLong()));
                readings.add(new Reading(copy, "", Sets.sketch(places)));
            }
        }
        return readings;
    }

    @Test
    void aBucketRemembersNoMoreThanSixtyFourThatAreUnlike() {
        NearDuplicates.Sieve sieve = NEAR.sieve();
        List<Sketch> unlike = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            unlike.add(Sets.sketch(List.of(i)));
        }
        assertThat(unlike).noneMatch(sketch -> sieve.leaves(7, sketch));
        assertThat(sieve.leaves(7, unlike.get(63))).isTrue();
        assertThat(sieve.leaves(7, unlike.get(64))).isFalse();
        assertThat(sieve.leaves(8, unlike.get(63))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void aSimilarityThatIsNoShareIsRefused(double similarity) {
        assertThatThrownBy(() -> new NearDuplicates(similarity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid curate.nearDuplicates.similarity=%s: must be in (0, 1]".formatted(similarity));
    }

    private static List<Reading> readings(Sketch one, Sketch other) {
        return List.of(
                new Reading(new Copy(Split.TRAIN, "a"), "x", one), new Reading(new Copy(Split.TRAIN, "b"), "y", other));
    }

    private static List<Reading> leaving(List<Reading> readings, int partitions) {
        return Buckets.leaving(readings, NEAR, partitions);
    }
}
