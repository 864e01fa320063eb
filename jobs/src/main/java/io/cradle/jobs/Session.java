package io.cradle.jobs;

import io.cradle.dataset.table.TableSettings;
import io.cradle.jobs.configuration.SparkConfig;
import io.cradle.jobs.progress.Progress;
import io.cradle.jobs.progress.TaskProgress;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;

/** A Spark session that starts when it is first needed, and stops with what needed it. */
final class Session implements AutoCloseable {
    private final SparkConfig config;
    private final Progress progress;
    private int countings;
    private SparkSession spark;
    private Interruption interruption;

    Session(SparkConfig config, Progress progress) {
        this.config = config;
        this.progress = progress;
    }

    /** The session; started by the first call. */
    SparkSession spark() {
        if (spark == null) {
            progress.stage("Start Spark", 0);
            spark = start();
            interruption = Interruption.stops(spark.sparkContext()::stop);
            spark.sparkContext().addSparkListener(new TaskProgress(progress));
            progress.done();
        }
        return spark;
    }

    private SparkSession start() {
        SparkSession.Builder builder =
                SparkSession.builder().master(config.master()).appName(config.appName());
        TableSettings.spark().forEach(builder::config);
        config.settings().forEach(builder::config);
        return builder.getOrCreate();
    }

    JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(spark().sparkContext());
    }

    /** Does work whose Spark tasks are shown as a stage of this name. */
    <T> T stage(String name, Supplier<T> work) {
        context().setLocalProperty(TaskProgress.STAGE, name);
        progress.stage(name, 0);
        try {
            T result = work.get();
            progress.done();
            return result;
        } finally {
            progress.failed(); // says nothing of a stage that is done
            context().setLocalProperty(TaskProgress.STAGE, null);
        }
    }

    /**
     * Does work whose items are shown as they are made, wherever that is.
     *
     * @param items how many there will be, at most
     */
    void counted(String name, long items, Runnable work) {
        context().setLocalProperty(TaskProgress.STAGE, name);
        context().setLocalProperty(TaskProgress.ITEMS, "%d %d".formatted(items, ++countings));
        progress.stage(name, items);
        try {
            work.run();
            progress.done();
        } finally {
            progress.failed();
            context().setLocalProperty(TaskProgress.STAGE, null);
            context().setLocalProperty(TaskProgress.ITEMS, null);
        }
    }

    /** Counter of items, which tasks of {@link #counted} add to. */
    LongAccumulator items() {
        return spark().sparkContext().longAccumulator(TaskProgress.ITEMS);
    }

    /** As {@link #stage(String, Supplier)}, for work without a result. */
    void stage(String name, Runnable work) {
        stage(name, () -> {
            work.run();
            return true;
        });
    }

    @Override
    public void close() {
        if (spark != null) {
            interruption.close();
            spark.stop();
        }
    }
}
