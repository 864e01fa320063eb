package io.cradle.dataset.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.spec.Seeds;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
    @Property(tries = 200)
    void everyNumberComesOnceHoweverTheOrderIsKept(@ForAll long seed, @ForAll @IntRange(max = 300) int size) {
        for (Permutation order : new Permutation[] {Permutation.of(seed, size), Permutation.computed(seed, size)}) {
            assertThat(LongStream.range(0, size).map(order::at).sorted().toArray())
                    .isEqualTo(LongStream.range(0, size).toArray());
        }
    }

    @Property(tries = 50)
    void anotherSeedIsAnotherOrderAndTheSameTheSame(@ForAll long seed) {
        for (int size : new int[] {100, 1000}) {
            assertThat(order(Permutation.of(seed, size))).isEqualTo(order(Permutation.of(seed, size)));
            assertThat(order(Permutation.of(seed, size))).isNotEqualTo(order(Permutation.of(seed + 1, size)));
            assertThat(order(Permutation.computed(seed, size))).isEqualTo(order(Permutation.computed(seed, size)));
            assertThat(order(Permutation.computed(seed, size)))
                    .isNotEqualTo(order(Permutation.computed(seed + 1, size)));
        }
    }

    private static long[] order(Permutation permutation) {
        return LongStream.range(0, permutation.size()).map(permutation::at).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 16, 40, 257})
    void everyNumberIsEquallyLikelyAtEveryPlace(int size) {
        for (int place : new int[] {0, size / 2, size - 1}) {
            long[] kept = new long[size];
            long[] computed = new long[size];
            for (int i = 0; i < 100 * size; i++) {
                kept[(int) Permutation.of(Seeds.child(1, i), size).at(place)]++;
                computed[(int) Permutation.computed(Seeds.child(1, i), size).at(place)]++;
            }
            Evenness.assertEven(kept);
            Evenness.assertEven(computed);
        }
    }

    @Test
    void neighboursAreSpreadEvenly() {
        long[] distances = new long[100];
        for (int i = 0; i < 20_000; i++) {
            Permutation order = Permutation.computed(Seeds.child(2, i), 101);
            distances[Math.floorMod(order.at(1) - order.at(0), 101) - 1]++;
        }
        Evenness.assertEven(distances);
    }

    @Test
    void anOrderOfMoreThanFitsInMemoryIsComputed() {
        long size = 10_000_000_019L;
        Permutation order = Permutation.of(7, size);

        assertThat(LongStream.range(0, 100_000).map(order::at).distinct().count())
                .isEqualTo(100_000);
        assertThat(LongStream.range(0, 100_000).map(order::at))
                .allMatch(number -> number >= 0 && number < size)
                .anyMatch(number -> number > 9_900_000_000L);
        assertThatThrownBy(() -> order.at(size)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MAX_VALUE})
    void sizesThatAreNoneAreRefused(long size) {
        assertThatThrownBy(() -> Permutation.of(1, size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid size=%d of a permutation: must be from 0 to 2^62".formatted(size));
    }
}
