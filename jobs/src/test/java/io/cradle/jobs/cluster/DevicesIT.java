package io.cradle.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.ConfigurationLayers;
import io.cradle.jobs.configuration.CradleConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Executors without and with a GPU in one application, on a cluster of one worker without and two with one. The GPUs are numbers
 * that the workers' discovery script is told: what Spark schedules is seen here, what a card computes is not.
 */
@Timeout(240)
class DevicesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path CONF = Path.of("..", "conf").toAbsolutePath().normalize();

    private static Path scripts;
    private static StandaloneCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        scripts = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "discovery-");
        cluster = StandaloneCluster.start(
                Path.of("target"),
                Files.readString(PackagedJar.sparkRuntime()),
                PackagedJar.path(),
                List.of(new StandaloneCluster.Worker(1, Map.of()), gpu("3"), gpu("5")));
    }

    /** A worker of two cores and one GPU, with the discovery script of {@code conf/spark} told what to find. */
    private static StandaloneCluster.Worker gpu(String address) throws IOException {
        Path script = Files.createFile(
                scripts.resolve("gpu-%s.sh".formatted(address)),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(
                script,
                "#!/bin/sh\nCUDA_VISIBLE_DEVICES=%s exec '%s'\n".formatted(address, CONF.resolve("spark/gpus.sh")));
        return new StandaloneCluster.Worker(
                2,
                Map.of(
                        "spark.worker.resource.gpu.amount",
                        "1",
                        "spark.worker.resource.gpu.discoveryScript",
                        script.toString()));
    }

    @AfterAll
    static void nothingOutlivesTheTest() throws IOException {
        if (cluster != null) {
            cluster.close();
            assertThat(cluster.survivors()).isEmpty();
        }
    }

    @Test
    void generationRunsWithoutGpusAndEachTrainingTaskSeesItsOwn() throws IOException {
        Path probe = ClassJar.write(cluster.directory().resolve("devices.jar"), DevicesProbe.class, Await.class);
        Map<String, String> settings = new HashMap<>(example().spark().extra());
        settings.putAll(small());
        settings.put("spark.jars", probe.toUri().toString());
        Path meeting = Files.createDirectory(cluster.directory().resolve("meeting"));

        Submission run =
                cluster.submit(DevicesProbe.class.getName(), settings, List.of(meeting.toString(), "512m"), PATIENCE);

        assertThat(run.exitCode()).as(run.log()).isZero();
        assertThat(run.jsonLines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.path("sum").asDouble()).isEqualTo(3));
        List<JsonNode> generating = of(run, "generate");
        List<JsonNode> training = of(run, "train 0");
        assertThat(generating).extracting(DevicesIT::address).containsExactly("", "");
        assertThat(training).extracting(DevicesIT::address).containsExactlyInAnyOrder("3", "5");
        assertThat(training).extracting(DevicesIT::executor).doesNotHaveDuplicates();
        assertThat(training)
                .extracting(DevicesIT::executor)
                .doesNotContainAnyElementsOf(
                        generating.stream().map(DevicesIT::executor).toList());
        assertThat(of(run, "train 1"))
                .as("every round trains on the executors of the first")
                .extracting(DevicesIT::place)
                .containsExactlyInAnyOrderElementsOf(
                        training.stream().map(DevicesIT::place).toList());
    }

    private static CradleConfig example() {
        return new ConfigurationLayers(new ConfDirectory(CONF))
                .file("spark/standalone.yaml")
                .load()
                .values();
    }

    /** What makes the example fit on so small workers, with room for executors of both kinds. */
    private static Map<String, String> small() {
        return Map.of(
                "spark.cores.max", "4",
                "spark.dynamicAllocation.maxExecutors", "2",
                "spark.executor.cores", "1",
                "spark.executor.memory", "640m",
                "spark.executor.extraJavaOptions",
                        "-Dorg.bytedeco.javacpp.maxbytes=256m -Dorg.bytedeco.javacpp.maxphysicalbytes=3g");
    }

    private static List<JsonNode> of(Submission run, String stage) {
        return run.jsonLines().stream()
                .filter(line -> line.path("stage").asText().equals(stage))
                .toList();
    }

    private static String address(JsonNode line) {
        return line.path("address").asText();
    }

    private static String executor(JsonNode line) {
        return line.path("executor").asText();
    }

    private static String place(JsonNode line) {
        return line.path("place").asText();
    }
}
