package io.cradle.training.spark;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.deeplearning4j.datasets.iterator.IteratorMultiDataSetIterator;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import scala.Tuple2;

/**
 * A user's data, dealt out to workers one by one and cut into minibatches: who gets what depends on its order alone.
 *
 * @param minibatches a partition for each worker, kept until this is closed
 * @param most minibatches of the worker that has most
 */
record Dealt(JavaRDD<MultiDataSet> minibatches, int most) implements AutoCloseable {
    /** @param batchSize examples of a minibatch, to which the data is merged and cut */
    static Dealt of(JavaRDD<MultiDataSet> data, int workers, int batchSize) {
        JavaRDD<MultiDataSet> minibatches = data.zipWithIndex()
                .mapToPair(each -> new Tuple2<>(each._2(), each._1()))
                .repartitionAndSortWithinPartitions(new InTurn(workers))
                .values()
                .mapPartitions(some -> some.hasNext()
                        ? new IteratorMultiDataSetIterator(some, batchSize)
                        : Collections.<MultiDataSet>emptyIterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
        List<Integer> sizes = minibatches
                .mapPartitions(some -> List.of(size(some)).iterator())
                .collect();
        return new Dealt(minibatches, Collections.max(sizes));
    }

    private static int size(Iterator<MultiDataSet> some) {
        int size = 0;
        while (some.hasNext()) {
            some.next();
            size++;
        }
        return size;
    }

    /** Rounds of so many minibatches that it takes to fit all. */
    int rounds(int localSteps) {
        return (most + localSteps - 1) / localSteps;
    }

    /** Minibatches of each worker from one on, as many as there are. */
    JavaRDD<MultiDataSet> slice(int from, int size) {
        return minibatches.mapPartitions(some -> {
            for (int i = 0; i < from && some.hasNext(); i++) {
                some.next();
            }
            return new FirstFew<>(some, size);
        });
    }

    @Override
    public void close() {
        minibatches.unpersist();
    }

    /** Deals to each worker in turn. */
    private static final class InTurn extends Partitioner {
        private final int workers;

        InTurn(int workers) {
            this.workers = workers;
        }

        @Override
        public int numPartitions() {
            return workers;
        }

        @Override
        public int getPartition(Object index) {
            return (int) ((Long) index % workers);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof InTurn that && workers == that.workers;
        }

        @Override
        public int hashCode() {
            return workers;
        }
    }

    /** An iterator's first elements. */
    private static final class FirstFew<T> implements Iterator<T> {
        private final Iterator<T> all;
        private int left;

        FirstFew(Iterator<T> all, int most) {
            this.all = all;
            this.left = most;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && all.hasNext();
        }

        @Override
        public T next() {
            left--;
            return all.next();
        }
    }
}
