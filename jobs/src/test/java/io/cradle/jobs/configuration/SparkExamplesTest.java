package io.cradle.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.cradle.training.spark.DevicesConfig;
import io.cradle.training.spark.TrainingResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.resource.ResourceInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of {@code conf/spark} say what Cradle and Spark understand. */
class SparkExamplesTest {
    private static final Path CONF = Path.of("..", "conf").toAbsolutePath().normalize();

    private static CradleConfig example(String name) {
        return new ConfigurationLayers(new ConfDirectory(CONF))
                .file("spark/%s.yaml".formatted(name))
                .load()
                .values();
    }

    @ParameterizedTest
    @CsvSource({"standalone, spark://host:7077", "kubernetes, k8s://https://host:6443", "yarn, yarn"})
    void giveEachTrainingTaskItsGpuUnderTheirMaster(String name, String master) {
        CradleConfig config = example(name);
        assertThat(config.devices().gpus()).isEqualTo(1);
        SparkConf spark = new SparkConf(false).set("spark.master", master);
        config.spark().extra().forEach(spark::set);
        assertThatCode(() -> TrainingResources.of(config.devices(), spark)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standalone", "kubernetes", "yarn"})
    void nameSettingsThatSparkKnows(String name) {
        assertThat(org.apache.spark.internal.config.package$.MODULE$).isNotNull(); // registers them
        assertThat(example(name).spark().extra().keySet())
                .filteredOn(key -> !key.startsWith("spark.executorEnv."))
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(ConfigEntry.findEntry(key)).as(key).isNotNull());
    }

    @Test
    void nothingIsAskedForUnlessTold() {
        assertThat(new ConfigurationLayers(new ConfDirectory(CONF))
                        .load()
                        .values()
                        .devices())
                .isEqualTo(new DevicesConfig(0, 1, "2g", "4g", "", ""));
    }

    @Test
    void theDiscoveryScriptPrintsWhatNvidiaSmiSees(@TempDir Path bin) throws IOException, InterruptedException {
        Path smi = Files.createFile(
                bin.resolve("nvidia-smi"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(
                smi, "#!/bin/sh\n[ \"$*\" = '--query-gpu=index --format=csv,noheader' ] && printf '0\\n1\\n'\n");
        assertThat(discovered(Map.of("PATH", bin + ":/usr/bin:/bin")).addresses())
                .containsExactly("0", "1");
    }

    @ParameterizedTest
    @CsvSource({"'2', 2", "'3, 1', 3+1", "GPU-8f1c, GPU-8f1c", "',', ''"})
    void theDiscoveryScriptPrintsOnlyWhatMayBeSeen(String visible, String addresses)
            throws IOException, InterruptedException {
        assertThat(String.join(
                        "+", discovered(Map.of("CUDA_VISIBLE_DEVICES", visible)).addresses()))
                .isEqualTo(addresses);
    }

    private static ResourceInformation discovered(Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(CONF.resolve("spark/gpus.sh").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        script.environment().remove("CUDA_VISIBLE_DEVICES");
        script.environment().putAll(environment);
        Process process = script.start();
        String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        ResourceInformation found = ResourceInformation.parseJson(json);
        assertThat(found.name()).isEqualTo("gpu");
        return found;
    }
}
