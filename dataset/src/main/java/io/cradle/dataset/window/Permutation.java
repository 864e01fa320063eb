package io.cradle.dataset.window;

import io.cradle.dataset.spec.Seeds;
import java.util.Objects;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/**
 * The numbers below a bound in an order that a seed decides. Up to {@value #MOST_IN_MEMORY} of them every order is
 * possible, for 4 bytes a number; beyond, the order takes no memory, and is one of 2^64 that look like chance.
 */
public final class Permutation {
    /** Numbers whose order is kept in memory. */
    public static final int MOST_IN_MEMORY = 1 << 24;

    private static final long MOST = 1L << 62;
    private static final int ROUNDS = 6;

    private final long size;
    private final LongUnaryOperator order;

    private Permutation(long size, LongUnaryOperator order) {
        this.size = size;
        this.order = order;
    }

    /**
     * An order of 0 … size - 1.
     *
     * @param size at least 0 and at most 2^62
     */
    public static Permutation of(long seed, long size) {
        if (size < 0 || size > MOST) {
            throw new IllegalArgumentException(
                    "Invalid size=%d of a permutation: must be from 0 to 2^62".formatted(size));
        }
        return size <= MOST_IN_MEMORY ? shuffled(seed, (int) size) : computed(seed, size);
    }

    /** How many numbers there are. */
    public long size() {
        return size;
    }

    /** The number at a place; both from 0 and below {@link #size}. */
    public long at(long place) {
        return order.applyAsLong(place);
    }

    /** Durstenfeld's shuffle (CACM 7 (7), 1964, algorithm 235). */
    private static Permutation shuffled(long seed, int size) {
        Random random = new Random(seed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return new Permutation(size, place -> order[Math.toIntExact(place)]);
    }

    /**
     * Luby's and Rackoff's network of Feistel rounds ("How to construct pseudorandom permutations from pseudorandom
     * functions", 1988) permutes the next power of four; numbers beyond the size are sent through again until one is below
     * it (Black, Rogaway, "Ciphers with arbitrary finite domains", 2002), which is fewer than four times on average.
     */
    static Permutation computed(long seed, long size) {
        int half = (Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1)) + 1) / 2;
        long[] keys = LongStream.range(0, ROUNDS)
                .map(round -> Seeds.child(seed, round))
                .toArray();
        return new Permutation(size, place -> {
            long number = permuted(keys, half, Objects.checkIndex(place, size));
            while (number >= size) {
                number = permuted(keys, half, number);
            }
            return number;
        });
    }

    private static long permuted(long[] keys, int half, long number) {
        long mask = (1L << half) - 1;
        long left = number >>> half;
        long right = number & mask;
        for (long key : keys) {
            long mixed = left ^ (Seeds.child(key, right) & mask);
            left = right;
            right = mixed;
        }
        return (left << half) | right;
    }
}
