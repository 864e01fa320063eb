package io.cradle.jobs.cluster;

import io.cradle.training.spark.Device;
import io.cradle.training.spark.DevicesConfig;
import io.cradle.training.spark.TrainingResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A stage that stands for generation and two rounds of training, in one application: prints, as one line of JSON a task, on which
 * executor it ran and which GPU Spark gave it. The tasks of a stage wait for each other, so that none runs where another did.
 */
public final class DevicesProbe {
    private static final int TASKS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private DevicesProbe() {}

    /** Takes a directory that all processes see, and memory of an executor that trains. */
    public static void main(String[] arguments) {
        Path meeting = Path.of(arguments[0]);
        try (SparkSession spark = SparkSession.builder().appName("devices").getOrCreate()) {
            JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
            DevicesConfig devices = new DevicesConfig(1, 1, arguments[1], "384m", "", "");
            run("generate", context, TrainingResources.anywhere(), meeting);
            for (String round : List.of("train 0", "train 1")) {
                run(round, context, TrainingResources.of(devices, context.getConf()), meeting);
            }
        }
    }

    private static void run(String stage, JavaSparkContext context, TrainingResources resources, Path meeting) {
        String directory = meeting.resolve(stage).toString();
        JavaRDD<Integer> tasks = context.parallelize(List.of(0, 1), TASKS);
        resources.on(tasks).map(task -> line(stage, directory)).collect().forEach(System.out::println);
    }

    private static String line(String stage, String meeting) throws IOException {
        Device device = Device.bind();
        float sum = Nd4j.ones(3).sumNumber().floatValue();
        meet(Path.of(meeting));
        return "{\"stage\": \"%s\", \"executor\": \"%s\", \"address\": \"%s\", \"place\": \"%s\", \"sum\": %s}"
                .formatted(stage, device.executor(), device.address(), device.place(), sum);
    }

    private static void meet(Path meeting) throws IOException {
        Files.createDirectories(meeting);
        Files.createFile(meeting.resolve("task-" + TaskContext.getPartitionId()));
        Await.value(
                PATIENCE,
                () -> Optional.of(present(meeting)).filter(count -> count == TASKS),
                () -> "Cannot meet in '%s': the other task has not come".formatted(meeting));
    }

    private static long present(Path meeting) {
        try (Stream<Path> files = Files.list(meeting)) {
            return files.count();
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot list '%s'".formatted(meeting), unreadable);
        }
    }
}
