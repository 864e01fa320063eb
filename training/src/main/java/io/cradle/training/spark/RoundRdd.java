package io.cradle.training.spark;

import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.training.dl4j.FrameBatch;
import io.cradle.training.model.DenseShape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.util.TaskCompletionListener;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag$;

/**
 * The minibatches of one round: one partition a worker, each with the same number of minibatches, read by address where
 * the worker runs and one at a time. Its size is known, so counting reads nothing.
 */
final class RoundRdd extends RDD<MultiDataSet> {
    private final transient List<Share> shares;
    private final WindowSource source;
    private final DenseShape shape;
    private final int batchSize;
    private final long minibatches;

    /** What one worker fits: windows by address, a multiple of the size of a minibatch. */
    record Share(int index, List<WindowAddress> windows) implements Partition {
        Share {
            windows = new ArrayList<>(windows); // a view of an immutable list could not travel
        }
    }

    RoundRdd(SparkContext spark, List<Share> shares, WindowSource source, DenseShape shape, int batchSize) {
        super(spark, JavaConverters.asScalaBuffer(List.of()), ClassTag$.MODULE$.apply(MultiDataSet.class));
        this.shares = List.copyOf(shares);
        this.source = source;
        this.shape = shape;
        this.batchSize = batchSize;
        this.minibatches = shares.stream()
                .mapToLong(share -> share.windows().size() / batchSize)
                .sum();
    }

    @Override
    public Partition[] getPartitions() {
        return shares.toArray(Partition[]::new);
    }

    @Override
    public long count() {
        return minibatches;
    }

    @Override
    public scala.collection.Iterator<MultiDataSet> compute(Partition split, TaskContext context) {
        List<WindowAddress> windows = ((Share) split).windows();
        WindowSource.Reader reader = ReaderPool.lease(source);
        context.addTaskCompletionListener((TaskCompletionListener) done -> ReaderPool.giveBack(source, reader));
        Iterator<MultiDataSet> batches = IntStream.range(0, windows.size() / batchSize)
                .mapToObj(batch -> read(windows.subList(batch * batchSize, (batch + 1) * batchSize), reader))
                .iterator();
        return JavaConverters.asScalaIterator(batches);
    }

    private MultiDataSet read(List<WindowAddress> addresses, WindowSource.Reader reader) {
        List<Window> windows = addresses.stream().map(reader::read).toList();
        return FrameBatch.of(windows, shape);
    }
}
