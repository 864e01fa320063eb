package io.cradle.jobs.progress;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.collection.JavaConverters;

/**
 * Counts what Spark jobs do as steps of the stage that is shown, if the jobs carry its name: {@code
 * sc.setLocalProperty(TaskProgress.STAGE, "Generate")} before them, null after them. Other jobs stay unseen. Steps are
 * tasks; or items, where the jobs also carry {@link #ITEMS}: then what tasks add to an accumulator of that name is shown with
 * each heartbeat of the executors, long before the tasks end.
 */
public final class TaskProgress extends SparkListener {
    /** Local property that names the stage. */
    public static final String STAGE = "cradle.stage";
    /**
     * Local property that says how many items there will be, perhaps with a space and what tells this counting from another;
     * and name of the accumulator that counts them.
     */
    public static final String ITEMS = "cradle.items";

    private final Progress progress;
    private final Set<Integer> named = new HashSet<>();
    private final Map<Integer, Items> counted = new HashMap<>();
    private Items items = new Items("0");

    /** Register with {@code sc.addSparkListener}. */
    public TaskProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
        if (stage.properties() == null || stage.properties().getProperty(STAGE) == null) {
            return;
        }
        String most = stage.properties().getProperty(ITEMS);
        if (most == null) {
            named.add(stage.stageInfo().stageId());
            progress.extend(stage.stageInfo().numTasks());
        } else {
            items = items.told.equals(most) ? items : new Items(most);
            counted.put(stage.stageInfo().stageId(), items);
        }
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        JavaConverters.seqAsJavaList(update.accumUpdates()).forEach(task -> {
            int stage = (Integer) task._2();
            long id = (Long) task._1();
            count(stage, id, JavaConverters.seqAsJavaList(task._4()));
        });
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (named.contains(task.stageId()) && task.taskInfo().successful()) {
            progress.advance(1);
        }
        count(
                task.stageId(),
                task.taskInfo().taskId(),
                JavaConverters.seqAsJavaList(task.taskInfo().accumulables().toSeq()));
    }

    private void count(int stage, long task, List<AccumulableInfo> accumulables) {
        Items of = counted.get(stage);
        if (of == null) {
            return;
        }
        for (AccumulableInfo each : accumulables) {
            if (each.name().contains(ITEMS) && each.update().isDefined()) {
                progress.advance(of.more(task, (Long) each.update().get()));
            }
        }
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted stage) {
        named.remove(stage.stageInfo().stageId());
        counted.remove(stage.stageInfo().stageId());
    }

    /** What tasks have made so far. A task that is tried again, or looked at ahead, counts no more than there is to do. */
    private static final class Items {
        private final String told;
        private final long most;
        private final Map<Long, Long> byTask = new HashMap<>();
        private long shown;

        Items(String told) {
            this.told = told;
            this.most = Long.parseLong(told.replaceFirst(" .*", ""));
        }

        /** How many more are shown now that a task has made so many. */
        long more(long task, long made) {
            long before = byTask.getOrDefault(task, 0L);
            byTask.put(task, Math.max(before, made));
            long more = Math.min(Math.max(0, made - before), most - shown);
            shown += more;
            return more;
        }
    }
}
