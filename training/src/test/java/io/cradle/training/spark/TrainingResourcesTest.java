package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.resource.ExecutorResourceRequest;
import org.apache.spark.resource.ResourceProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingResourcesTest {
    private static final DevicesConfig GPU = new DevicesConfig(1, 4, "3g", "512m", "/opt/gpus.sh", "nvidia.com");

    @Test
    void withoutGpusNothingIsAskedForAndAnyMasterWillDo() {
        DevicesConfig none = new DevicesConfig(0, 1, "2g", "4g", "", "");
        TrainingResources resources = TrainingResources.of(none, spark("local[2]", "false"));
        assertThat(resources.profile()).isEmpty();
        JavaRDD<Integer> data = LocalSpark.context().parallelize(List.of(1));
        assertThat(resources.on(data)).isSameAs(data);
    }

    @Test
    void eachExecutorHasOneGpuAndOneTaskAtATime() {
        ResourceProfile profile = profile("spark://host:7077");
        assertThat(profile.executorResourcesJMap().get("cores").amount()).isEqualTo(4);
        assertThat(profile.executorResourcesJMap().get("memory").amount()).isEqualTo(3072);
        assertThat(profile.executorResourcesJMap().get("memoryOverhead").amount())
                .isEqualTo(512);
        assertThat(profile.executorResourcesJMap().get("gpu"))
                .isEqualTo(new ExecutorResourceRequest("gpu", 1, "/opt/gpus.sh", "nvidia.com"));
        assertThat(profile.taskResourcesJMap().get("gpu").amount()).isEqualTo(1);
        assertThat(profile.taskResourcesJMap().get("cpus").amount()).isEqualTo(4);
    }

    @Test
    void equalConfigurationsShareExecutors() {
        assertThat(profile("yarn")).isSameAs(profile("k8s://https://host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "local[2]", "local[*]"})
    void aLocalMasterHasNoExecutorsForGpus(String master) {
        assertThatThrownBy(() -> TrainingResources.of(GPU, spark(master, "true")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot train with devices.gpus=1 under spark.master='%s': ".formatted(master))
                .hasMessageEndingWith("YARN or Kubernetes cluster, or set devices.gpus=0");
    }

    @Test
    void withoutDynamicAllocationNoExecutorsCome() {
        assertThatThrownBy(() -> TrainingResources.of(GPU, spark("yarn", "false")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spark.dynamicAllocation.enabled is not true")
                .hasMessageContaining("take the settings of conf/spark");
    }

    @ParameterizedTest(name = "{0} GPUs, {1} cores, {2}, {3}")
    @CsvSource({
        "-1, 1, 2g, 4g, Invalid devices.gpus=-1",
        "2, 2, 2g, 4g, Invalid devices.gpus=2: must be 0 or 1",
        "0, 0, 2g, 4g, Invalid devices.cores=0",
        "1, 1, 2, 4g, Invalid devices.memory=",
        "1, 1, 2g, 0g, Invalid devices.overhead=",
    })
    void nonsenseIsRefusedByKey(int gpus, int cores, String memory, String overhead, String message) {
        assertThatThrownBy(() -> new DevicesConfig(gpus, cores, memory, overhead, "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static ResourceProfile profile(String master) {
        return TrainingResources.of(GPU, spark(master, "true")).profile().orElseThrow();
    }

    private static SparkConf spark(String master, String dynamic) {
        return new SparkConf(false).set("spark.master", master).set("spark.dynamicAllocation.enabled", dynamic);
    }
}
