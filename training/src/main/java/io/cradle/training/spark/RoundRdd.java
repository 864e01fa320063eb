package io.cradle.training.spark;

import io.cradle.dataset.window.WindowAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.util.TaskCompletionListener;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag$;

/**
 * The minibatches of one round: one partition a worker, read by address where the worker runs, a few ahead of it.
 *
 * @param <B> a minibatch
 */
final class RoundRdd<B> extends RDD<B> {
    private static final int AHEAD = 8;

    private final transient List<Share> shares;
    private final WindowSource source;
    private final Batches<B> batches;
    private final int batchSize;

    /** What one worker fits: windows by address; only the last minibatch may be smaller than the others. */
    record Share(int index, List<WindowAddress> windows) implements Partition {
        Share {
            windows = new ArrayList<>(windows); // a view of an immutable list could not travel
        }
    }

    RoundRdd(SparkContext spark, List<Share> shares, WindowSource source, Batches<B> batches, int batchSize) {
        super(spark, JavaConverters.asScalaBuffer(List.of()), ClassTag$.MODULE$.apply(Object.class));
        this.shares = List.copyOf(shares);
        this.source = source;
        this.batches = batches;
        this.batchSize = batchSize;
    }

    @Override
    public Partition[] getPartitions() {
        return shares.toArray(Partition[]::new);
    }

    /** Minibatches; DL4J's master asks for it, and would read all of them. */
    @Override
    public long count() {
        return shares.stream()
                .mapToLong(share -> (share.windows().size() + batchSize - 1) / batchSize)
                .sum();
    }

    @Override
    public scala.collection.Iterator<B> compute(Partition split, TaskContext context) {
        List<WindowAddress> windows = ((Share) split).windows();
        if (windows.isEmpty()) {
            return JavaConverters.asScalaIterator(Collections.<B>emptyIterator());
        }
        Device device = Device.bind();
        WindowSource.Reader reader = Pools.READERS.lease(source);
        ReadAhead<B> ahead = new ReadAhead<>(minibatches(windows, reader), AHEAD, device::follow);
        context.addTaskCompletionListener((TaskCompletionListener) done -> {
            ahead.close();
            Pools.READERS.giveBack(source, reader);
        });
        return JavaConverters.asScalaIterator(ahead);
    }

    private Iterator<B> minibatches(List<WindowAddress> windows, WindowSource.Reader reader) {
        return IntStream.iterate(0, from -> from < windows.size(), from -> from + batchSize)
                .mapToObj(from -> windows.subList(from, Math.min(windows.size(), from + batchSize)))
                .map(some -> batches.of(some.stream().map(reader::read).toList()))
                .iterator();
    }
}
