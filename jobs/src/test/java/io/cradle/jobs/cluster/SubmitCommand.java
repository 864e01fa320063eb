package io.cradle.jobs.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words behind {@code spark-submit} for a cluster of two one-core workers: what {@code docs/cluster.md} tells users. */
final class SubmitCommand {
    private static final String NATIVE_MEMORY =
            "-Dorg.bytedeco.javacpp.maxbytes=1g -Dorg.bytedeco.javacpp.maxphysicalbytes=3g";
    private static final Map<String, String> SETTINGS = settings();

    private SubmitCommand() {}

    static List<String> of(
            String master, String mainClass, Map<String, String> settings, Path jar, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("--master", master, "--deploy-mode", "client"));
        words.addAll(List.of("--class", mainClass, "--driver-memory", "1g"));
        Map<String, String> all = new LinkedHashMap<>(SETTINGS);
        all.putAll(settings);
        all.forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
        words.add(jar.toString());
        words.addAll(arguments);
        return words;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        // As --total-executor-cores, --executor-cores and --executor-memory, which no setting could take back.
        settings.put("spark.cores.max", "2");
        settings.put("spark.executor.cores", "1");
        settings.put("spark.executor.memory", "1g");
        settings.put("spark.ui.enabled", "false");
        settings.put("spark.driver.host", "127.0.0.1");
        settings.put("spark.driver.extraJavaOptions", NATIVE_MEMORY);
        settings.put("spark.executor.extraJavaOptions", NATIVE_MEMORY);
        // One thread a task: executors that share a machine fight for its cores otherwise.
        settings.put("spark.executorEnv.OMP_NUM_THREADS", "1");
        settings.put("spark.executorEnv.SD_MAX_THREADS", "1");
        settings.put("spark.executorEnv.SD_MASTER_THREADS", "1");
        // The first stage starts when both executors are there, and no task waits to sit beside its data on a busy one.
        settings.put("spark.scheduler.minRegisteredResourcesRatio", "1.0");
        settings.put("spark.locality.wait", "0s");
        return Map.copyOf(settings);
    }
}
