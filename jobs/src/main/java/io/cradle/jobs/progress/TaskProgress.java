package io.cradle.jobs.progress;

import java.util.HashSet;
import java.util.Set;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Counts the tasks of Spark jobs as steps of the stage that is shown, if the jobs carry its name: {@code
 * sc.setLocalProperty(TaskProgress.STAGE, "Generate")} before them, null after them. Other jobs stay unseen.
 */
public final class TaskProgress extends SparkListener {
    /** Local property that names the stage. */
    public static final String STAGE = "cradle.stage";

    private final Progress progress;
    private final Set<Integer> named = new HashSet<>();

    /** Register with {@code sc.addSparkListener}. */
    public TaskProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
        if (stage.properties() != null && stage.properties().getProperty(STAGE) != null) {
            named.add(stage.stageInfo().stageId());
            progress.extend(stage.stageInfo().numTasks());
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (named.contains(task.stageId()) && task.taskInfo().successful()) {
            progress.advance(1);
        }
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted stage) {
        named.remove(stage.stageInfo().stageId());
    }
}
