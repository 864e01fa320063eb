package io.cradle.dataset.window;

import io.cradle.dataset.spec.Seeds;
import java.io.Serializable;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The places of a pass in an order that touches few segments at a time. Places are cut into blocks of neighbours, blocks
 * are shuffled and dealt to workers, and each worker goes through its blocks some at a time, shuffling the windows of
 * those together. So a reader that keeps what it decoded of {@code together} blocks reads every page about once.
 *
 * <p>Every place comes once a pass, over all workers, and at every point of a pass each is equally likely (but for blocks
 * that differ by one window). What is not as in a full shuffle: two windows of a block are never further apart than
 * {@code together} blocks, and so meet in a batch more often. The order is a pure function of (seed, pass, worker,
 * workers); memory is 8 bytes a window of {@code together} blocks, and {@link Permutation}'s for the blocks.
 *
 * @param seed of the order
 * @param blockWindows neighbours in a block, at least 1
 * @param together blocks that are shuffled together, at least 1
 */
public record WindowShuffle(long seed, int blockWindows, int together) implements Serializable {
    public WindowShuffle {
        if (blockWindows < 1 || together < 1 || (long) blockWindows * together > Permutation.MOST_IN_MEMORY) {
            throw new IllegalArgumentException(
                    "Invalid shuffle blockWindows=%d, together=%d: each must be at least 1, and their product at most %d"
                            .formatted(blockWindows, together, Permutation.MOST_IN_MEMORY));
        }
    }

    /**
     * One worker's part of a pass.
     *
     * @param size places in the pass, {@link WindowSampler#size}
     * @param pass from 0
     * @param worker from 0, below {@code workers}
     * @param workers that share the pass, at least 1
     */
    public PrimitiveIterator.OfLong places(long size, long pass, int worker, int workers) {
        if (worker < 0 || worker >= workers) {
            throw new IllegalArgumentException(
                    "Invalid worker=%d of %d: must be from 0 to one less".formatted(worker, workers));
        }
        return new Places(size, Seeds.child(seed, pass), worker, workers);
    }

    /** Turn by turn: the windows of some blocks, shuffled. */
    private final class Places implements PrimitiveIterator.OfLong {
        private final long size;
        private final long seed;
        private final int workers;
        private final Permutation blocks;
        private long nextBlock;
        private long[] turn = {};
        private int given;

        Places(long size, long seed, int worker, int workers) {
            this.size = size;
            this.seed = seed;
            this.workers = workers;
            blocks = Permutation.of(seed, (size + blockWindows - 1) / blockWindows);
            nextBlock = worker;
        }

        @Override
        public boolean hasNext() {
            if (given == turn.length && nextBlock < blocks.size()) {
                turn = turn();
                given = 0;
            }
            return given < turn.length;
        }

        @Override
        public long nextLong() {
            if (!hasNext()) {
                throw new NoSuchElementException("Cannot draw another window: the pass is over");
            }
            return turn[given++];
        }

        private long[] turn() {
            long[] inOrder = IntStream.range(0, together)
                    .mapToLong(i -> nextBlock + (long) i * workers)
                    .filter(block -> block < blocks.size())
                    .map(blocks::at)
                    .flatMap(block -> LongStream.range(start(block), start(block + 1)))
                    .toArray();
            Permutation order = Permutation.of(Seeds.child(seed, nextBlock), inOrder.length);
            nextBlock += (long) together * workers;
            return IntStream.range(0, inOrder.length)
                    .mapToLong(i -> inOrder[(int) order.at(i)])
                    .toArray();
        }

        /** Blocks are as equal as can be: a small one at the end would come at the start of a pass too often. */
        private long start(long block) {
            return Math.multiplyExact(block, size) / blocks.size();
        }
    }
}
