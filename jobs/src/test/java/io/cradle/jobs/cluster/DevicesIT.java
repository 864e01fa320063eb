package io.cradle.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Executors without and with a GPU in one application, on a cluster of one worker without and two with one. The GPUs are numbers
 * that the workers' discovery script is told: what Spark schedules is seen here, what a card computes is not.
 */
@Timeout(420)
class DevicesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
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
    @Tag("proof")
    void oneCommandGeneratesWithoutGpusAndTrainsOnThem() throws IOException {
        Path out = cluster.directory().resolve("run");
        List<String> words = new ArrayList<>(List.of("run", "--out", out.toString(), "--profile", "smoke"));
        words.addAll(List.of(
                "--conf", "spark/standalone.yaml", "--set", "train.rounds=12", "--set", "train.localSteps=100"));
        words.addAll(List.of("--set", "devices.cores=1", "--set", "devices.memory=640m"));
        small().forEach((key, value) -> words.addAll(List.of("--set", "spark.extra.%s=%s".formatted(key, value))));

        Submission run = cluster.submit("io.cradle.jobs.cli.Cradle", Map.of(), words, PATIENCE);

        assertThat(run.exitCode()).as(run.log()).isZero();
        List<JsonNode> rounds = Submission.jsonLines(Files.readString(out.resolve("checkpoint.rounds.jsonl")));
        assertThat(rounds).hasSize(12);
        List<String> trained = rounds.stream()
                .flatMap(round -> places(round).stream())
                .distinct()
                .toList();
        assertThat(trained)
                .as("an executor has its own GPU, and keeps it")
                .hasSize(2)
                .allMatch(place -> place.matches("\\d+ gpu [35]"));
        assertThat(trained).extracting(DevicesIT::address).containsExactlyInAnyOrder("3", "5");
        assertThat(trained)
                .extracting(DevicesIT::executor)
                .doesNotContainAnyElementsOf(executorsThatGenerated(run))
                .doesNotHaveDuplicates();
        assertThat(places(rounds.get(11)))
                .as("Spark starts the second while the first trains already")
                .containsExactlyInAnyOrderElementsOf(trained);
    }

    private static List<String> places(JsonNode round) {
        List<String> places = new ArrayList<>();
        round.path("executors").fieldNames().forEachRemaining(places::add);
        return places;
    }

    private static String executor(String place) {
        return place.substring(0, place.indexOf(' '));
    }

    private static String address(String place) {
        return place.substring(place.lastIndexOf(' ') + 1);
    }

    /** Ids, such as {@code 0}: a place with a GPU would be {@code 0 gpu 3}. */
    private static List<String> executorsThatGenerated(Submission run) throws IOException {
        String begin = "Episodes by executor: ";
        String counts = run.out()
                .lines()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElseThrow();
        List<String> ids = new ArrayList<>();
        new ObjectMapper()
                .readTree(counts.substring(begin.length()))
                .fieldNames()
                .forEachRemaining(ids::add);
        assertThat(ids).isNotEmpty().allMatch(id -> id.matches("\\d+"));
        return ids;
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
}
