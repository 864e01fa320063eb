package io.cradle.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.jobs.cli.Terminal;
import io.cradle.training.model.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Cradle does on two executors in two processes, submitted as a user submits it. */
@Timeout(600)
class ClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path PARENT = Path.of("target");

    private static StandaloneCluster cluster;
    private static Path probes;

    @BeforeAll
    static void start() throws IOException {
        cluster = StandaloneCluster.start(PARENT, sparkRuntime(), PackagedJar.path(), 2);
        probes = ClassJar.write(
                cluster.directory().resolve("probes.jar"),
                ExecutorsProbe.class,
                SleepingProbe.class,
                AveragingProbe.class,
                CountingHook.class);
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
    void twoPartitionsRunInTwoExecutors() throws IOException {
        List<JsonNode> lines =
                succeed(probe(cluster, ExecutorsProbe.class, PATIENCE)).jsonLines();
        assertThat(lines).extracting(line -> line.path("executor").asText()).containsExactlyInAnyOrder("0", "1");
    }

    @Test
    @Tag("proof")
    void everyRoundOfParameterAveragingTrainsInTwoExecutors() throws IOException {
        List<JsonNode> rounds =
                succeed(probe(cluster, AveragingProbe.class, PATIENCE)).jsonLines();
        assertThat(rounds).hasSize(3).allSatisfy(round -> {
            assertThat(round.path("examples").path("0").asInt()).isPositive();
            assertThat(round.path("examples").path("1").asInt()).isPositive();
        });
        assertThat(rounds.get(2).path("score").asDouble())
                .isLessThan(rounds.get(0).path("score").asDouble());
    }

    @Test
    void commandsDoOnTwoExecutorsWhatTheyDoInOneProcess() throws IOException {
        Path here = cluster.directory().resolve("made-here");
        Path there = cluster.directory().resolve("made-there");
        Object[] generate = {"generate", "--world", "Bounce", "--episodes", 24, "--seed", 5, "--partitions", 4};
        Terminal.succeed(with(generate, "--out", here, "--master", "local[1]"));
        Submission generated = cradle(with(generate, "--out", there));
        assertThat(executors(generated.out().lines().toList()))
                .containsOnlyKeys("0", "1")
                .allSatisfy((id, count) -> assertThat(count).isPositive());
        assertThat(Terminal.describe(there).path("contentHash"))
                .isEqualTo(Terminal.describe(here).path("contentHash"));

        Path checkpoint = cluster.directory().resolve("trained-there");
        cradle("train", there, "--out", checkpoint, "--profile", "smoke");
        List<JsonNode> rounds = Files.readAllLines(checkpoint.resolveSibling("trained-there.rounds.jsonl")).stream()
                .map(Terminal::json)
                .toList();
        assertThat(rounds).hasSize(2).allSatisfy(ClusterIT::trainedInTwoExecutors);
    }

    @Test
    @Tag("proof")
    void anExecutorThatIsKilledChangesNoBit() throws Exception {
        Path table = cluster.directory().resolve("to-lose-an-executor");
        Terminal.succeed("generate", "--world", "Bounce", "--episodes", 24, "--out", table);
        Object[] train = {
            "train", table, "--profile", "smoke", "--set", "train.rounds=60", "--set", "train.localSteps=20"
        };
        Path here = cluster.directory().resolve("kept-all");
        Terminal.succeed(with(train, "--out", here, "--master", "local[2]"));
        Path there = cluster.directory().resolve("lost-one");
        Path rounds = there.resolveSibling("lost-one.rounds.jsonl");
        CompletableFuture<Optional<ProcessHandle>> killed =
                CompletableFuture.supplyAsync(() -> cluster.killExecutor(() -> lines(rounds) > 5, PATIENCE));
        cradle(with(train, "--out", there));
        assertThat(killed.join()).isPresent();
        assertThat(lines(rounds)).isEqualTo(60);
        assertThat(Checkpoint.load(there).parameters())
                .isEqualTo(Checkpoint.load(here).parameters());
        assertThat(Checkpoint.load(there).updater())
                .isEqualTo(Checkpoint.load(here).updater());
    }

    private static int lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void trainedInTwoExecutors(JsonNode round) {
        assertThat(round.path("executors").size()).isEqualTo(2);
        assertThat(round.path("executors"))
                .allSatisfy(examples -> assertThat(examples.asLong()).isPositive());
    }

    private static Map<String, Long> executors(List<String> lines) throws IOException {
        String begin = "Episodes by executor: ";
        String counts = lines.stream()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readValue(counts.substring(begin.length()), new TypeReference<>() {});
    }

    /** A command of the packaged jar, submitted as a user submits it. */
    private static Submission cradle(Object... words) throws IOException {
        List<String> arguments = Arrays.stream(words).map(Object::toString).toList();
        return succeed(cluster.submit("io.cradle.jobs.cli.Cradle", Map.of(), arguments, PATIENCE));
    }

    private static Object[] with(Object[] words, Object... more) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
    }

    @Test
    void programThatDoesNotEndIsEndedWithAClearMessage() {
        assertThatThrownBy(() -> probe(cluster, SleepingProbe.class, Duration.ofSeconds(6)))
                .hasMessageContaining(
                        "Cannot run '%s' on %s".formatted(SleepingProbe.class.getName(), cluster.master()))
                .hasMessageContaining("no end within 6 s");
    }

    @Test
    void masterThatIsNotThereIsNamed() throws IOException {
        StandaloneCluster absent = StandaloneCluster.idle(PARENT, sparkRuntime(), PackagedJar.path());
        try (absent) {
            assertThatThrownBy(() -> probe(absent, ExecutorsProbe.class, Duration.ofSeconds(8)))
                    .hasMessageContaining("on spark://127.0.0.1:1: no end within 8 s")
                    .hasMessageContaining("Connection refused: /127.0.0.1:1");
        }
        assertThat(absent.survivors()).isEmpty();
    }

    private static Submission probe(StandaloneCluster where, Class<?> program, Duration patience) throws IOException {
        return where.submit(
                program.getName(), Map.of("spark.jars", probes.toUri().toString()), List.of(), patience);
    }

    /** The same submission, known to have ended well; its log is the message otherwise. */
    private static Submission succeed(Submission submission) {
        assertThat(submission.exitCode()).as(submission.log()).isZero();
        return submission;
    }

    private static String sparkRuntime() throws IOException {
        return Files.readString(PackagedJar.sparkRuntime());
    }
}
