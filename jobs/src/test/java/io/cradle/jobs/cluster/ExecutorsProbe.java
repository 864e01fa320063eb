package io.cradle.jobs.cluster;

import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Runs one task for each of two partitions and prints, as one line of JSON each, which executor ran it. */
public final class ExecutorsProbe {
    private static final long TASK_MS = 5_000;

    private ExecutorsProbe() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        try (SparkSession spark = SparkSession.builder().appName("executors").getOrCreate()) {
            JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
            awaitTwo(context);
            context.parallelize(List.of(0, 1), 2)
                    .map(ExecutorsProbe::line)
                    .collect()
                    .forEach(System.out::println);
        }
    }

    /** Else the one that is there first may take both. The driver counts too. */
    private static void awaitTwo(JavaSparkContext context) throws InterruptedException {
        while (context.sc().getExecutorMemoryStatus().size() < 3) {
            Thread.sleep(50);
        }
    }

    /** Long enough for the driver to offer an executor that has just come, or the other one would be done with both before. */
    private static String line(int partition) throws InterruptedException {
        Thread.sleep(TASK_MS);
        return "{\"partition\": %d, \"executor\": \"%s\"}"
                .formatted(partition, SparkEnv.get().executorId());
    }
}
