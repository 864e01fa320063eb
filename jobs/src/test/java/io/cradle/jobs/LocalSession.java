package io.cradle.jobs;

import io.cradle.jobs.configuration.SparkConfig;
import io.cradle.jobs.progress.Progress;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** One Spark for the tests that don't go through the command line: two threads. It ends with the process. */
public final class LocalSession {
    private static final Session SESSION = new Session(
            new SparkConfig(
                    "local[2]",
                    "jobs tests",
                    Map.of(
                            "spark.ui.enabled", "false",
                            "spark.driver.host", "127.0.0.1",
                            "spark.driver.bindAddress", "127.0.0.1",
                            "spark.sql.shuffle.partitions", "3",
                            "spark.executor.heartbeatInterval", "200ms"),
                    Map.of()),
            Progress.SILENT);

    private LocalSession() {}

    static Session session() {
        return SESSION;
    }

    /** The same as Spark knows it. */
    public static SparkSession spark() {
        return SESSION.spark();
    }
}
