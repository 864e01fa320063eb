package io.cradle.jobs.progress;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import scala.collection.JavaConverters;

/**
 * Counts the tasks of Spark jobs as steps of the stage that is shown, if the jobs carry its name: {@code
 * sc.setLocalProperty(TaskProgress.STAGE, "Generate")} before them, null after them. Other jobs stay unseen.
 */
public final class TaskProgress extends SparkListener {
    /** Local property that names the stage. */
    public static final String STAGE = "cradle.stage";

    private final Progress progress;
    private final Map<Integer, Set<Integer>> stagesOfJob = new HashMap<>();

    /** Register with {@code sc.addSparkListener}. */
    public TaskProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        String name = job.properties() == null ? null : job.properties().getProperty(STAGE);
        if (name != null) {
            long tasks = 0;
            Set<Integer> stages = new HashSet<>();
            for (StageInfo stage : JavaConverters.seqAsJavaList(job.stageInfos())) {
                stages.add(stage.stageId());
                tasks += stage.numTasks();
            }
            stagesOfJob.put(job.jobId(), stages);
            progress.extend(tasks);
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        boolean named = stagesOfJob.values().stream().anyMatch(stages -> stages.contains(task.stageId()));
        if (named && task.taskInfo().successful()) {
            progress.advance(1);
        }
    }

    @Override
    public void onJobEnd(SparkListenerJobEnd job) {
        stagesOfJob.remove(job.jobId());
    }
}
