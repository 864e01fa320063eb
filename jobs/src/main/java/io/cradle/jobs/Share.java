package io.cradle.jobs;

import io.cradle.rollout.Clippings;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.TaskCompletionListener;

/**
 * How much of a job one task did.
 *
 * @param partition which part
 * @param executor id of the process that did it
 * @param items how many came out
 * @param numbers of the actions that were chosen
 * @param clipped how many of them were outside of their range
 */
record Share(int partition, String executor, long items, long numbers, long clipped) implements Serializable {
    /**
     * Passes items on and, when the task ends, tells how many there were.
     *
     * @param shown counts them while they are made
     */
    static <T> Iterator<T> counted(
            Iterator<T> items, Clippings clippings, CollectionAccumulator<Share> shares, LongAccumulator shown) {
        TaskContext task = TaskContext.get();
        long[] count = {0};
        String executor = SparkEnv.get().executorId();
        task.addTaskCompletionListener((TaskCompletionListener) done -> shares.add(
                new Share(task.partitionId(), executor, count[0], clippings.numbers(), clippings.clipped())));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public T next() {
                count[0]++;
                shown.add(1);
                return items.next();
            }
        };
    }

    /**
     * Each part once. One that was begun more than once (peeked at, or tried again) counts where most of it was done.
     */
    static List<Share> done(Collection<Share> shares) {
        Map<Integer, Share> done = new HashMap<>();
        shares.forEach(share -> done.merge(share.partition(), share, (a, b) -> a.items() >= b.items() ? a : b));
        return List.copyOf(done.values());
    }
}
