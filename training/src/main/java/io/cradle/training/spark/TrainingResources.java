package io.cradle.training.spark;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.resource.ExecutorResourceRequests;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;

/**
 * Where the stages that train run: on executors of their own kind, of a GPU each, beside those that generate. Spark
 * starts such executors when the first stage asks for them and ends them when they idle.
 *
 * <p>Equal configurations share one profile in this process: Spark never runs tasks of one profile on executors of another, so
 * a profile for each round would mean executors for each round.
 */
public final class TrainingResources {
    private static final Map<DevicesConfig, ResourceProfile> PROFILES = new ConcurrentHashMap<>();

    private final Optional<ResourceProfile> profile;

    private TrainingResources(Optional<ResourceProfile> profile) {
        this.profile = profile;
    }

    /** Training on whatever executors there are. */
    public static TrainingResources anywhere() {
        return new TrainingResources(Optional.empty());
    }

    /**
     * What the configuration asks for.
     *
     * @param spark of the running context
     * @throws IllegalArgumentException if there are GPUs to ask for and this Spark cannot give them to single stages
     */
    public static TrainingResources of(DevicesConfig devices, SparkConf spark) {
        if (devices.gpus() == 0) {
            return anywhere();
        }
        requireStageLevel(
                devices, spark.get("spark.master", ""), spark.getBoolean("spark.dynamicAllocation.enabled", false));
        return new TrainingResources(Optional.of(PROFILES.computeIfAbsent(devices, TrainingResources::profile)));
    }

    /** Refuses masters and settings under which Spark would fail, or train without what was asked for. */
    private static void requireStageLevel(DevicesConfig devices, String master, boolean dynamic) {
        if (master.startsWith("local") && !master.startsWith("local-cluster")) {
            throw new IllegalArgumentException(
                    "Cannot train with devices.gpus=%d under spark.master='%s': a local Spark has no executors to give GPUs to; submit to a standalone, YARN or Kubernetes cluster, or set devices.gpus=0"
                            .formatted(devices.gpus(), master));
        }
        if (!dynamic) {
            throw new IllegalArgumentException(
                    "Cannot train with devices.gpus=%d under spark.master='%s': spark.dynamicAllocation.enabled is not true, and without it Spark starts no executors for single stages; take the settings of conf/spark, or set devices.gpus=0"
                            .formatted(devices.gpus(), master));
        }
    }

    private static ResourceProfile profile(DevicesConfig devices) {
        ExecutorResourceRequests executor = new ExecutorResourceRequests()
                .cores(devices.cores())
                .memory(devices.memory())
                .memoryOverhead(devices.overhead())
                .resource(Device.GPU, devices.gpus(), devices.discoveryScript(), devices.vendor());
        TaskResourceRequests task =
                new TaskResourceRequests().cpus(devices.cores()).resource(Device.GPU, 1);
        return new ResourceProfileBuilder().require(executor).require(task).build();
    }

    /** The same data, in a stage that runs there; Spark's limits of a stage are shuffles. */
    public <T> JavaRDD<T> on(JavaRDD<T> data) {
        return profile.map(data::withResources).orElse(data);
    }

    /** What Spark is asked for; empty if nothing. */
    Optional<ResourceProfile> profile() {
        return profile;
    }
}
