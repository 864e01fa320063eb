package io.cradle.jobs;

import io.cradle.dataset.table.EpisodeTable;
import io.cradle.rollout.RolloutPlan;
import io.cradle.rollout.RolloutTask;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;

/** How far a build came that was interrupted. */
final class Resumption {
    private Resumption() {}

    /**
     * How many episodes of a plan a table holds.
     *
     * @throws IllegalArgumentException if it holds others, or not the first ones
     */
    static int done(Session session, RolloutPlan plan, int partitions, EpisodeTable table) {
        JavaRDD<String> present = table.ids();
        int count = Math.toIntExact(present.count());
        List<String> foreign =
                present.subtract(planned(session, plan, partitions, count)).take(1);
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot resume table '%s': its episode '%s' is not among the first %d of this plan; give the world, policy, seed and settings that it was begun with, or write to another path"
                            .formatted(table.reference(), foreign.get(0), count));
        }
        return count;
    }

    /** Ids of the first episodes of a plan. */
    static JavaRDD<String> planned(Session session, RolloutPlan plan, int partitions, int count) {
        return session.spark()
                .range(0, count, 1, partitions)
                .javaRDD()
                .mapPartitions(indices -> ids(Tasks.of(plan, indices)));
    }

    private static Iterator<String> ids(Iterator<RolloutTask> tasks) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(tasks, 0), false)
                .map(RolloutTask::id)
                .iterator();
    }
}
