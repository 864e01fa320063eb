package io.cradle.jobs.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.jobs.mlflow.TrackingServer.Kept;
import io.cradle.jobs.mlflow.TrackingServer.Logged;
import io.cradle.jobs.report.TrainingRun;
import io.cradle.jobs.report.Trainings;
import io.cradle.training.spark.RoundLog;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MLflow's own client over HTTP, to a server that keeps what it is told. */
class MlflowExportTest {
    private static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05Z");

    private TrackingServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new TrackingServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static LoggedRun run(String name, List<RoundLog> rounds, Map<String, String> settings) {
        return new LoggedRun(new TrainingRun(name, new TreeMap<>(settings), rounds), BEGUN, Optional.empty());
    }

    private static LoggedRun run(String name, int rounds) {
        return run(name, Trainings.rounds(rounds, 9, 0.1, name.hashCode()), Map.of("train.learningRate", "0.002"));
    }

    private List<String> send(LoggedRun... runs) {
        return MlflowExport.send(server.uri(), "rates", List.of(runs));
    }

    private List<Logged> numbers(String key) {
        return server.runs.values().stream()
                .flatMap(kept -> kept.metrics().stream())
                .filter(number -> number.key().equals(key))
                .toList();
    }

    @Test
    void settingsBecomeParamsAndRoundsBecomeMetricsByStep() {
        LoggedRun run = run("a", 10);

        assertThat(send(run)).containsExactly("a: run run-0-of-1, 64 new numbers");

        Kept kept = server.runs.get("run-0-of-1");
        assertThat(server.experiments).containsExactly("rates");
        assertThat(kept.name()).isEqualTo("a");
        assertThat(kept.start()).isEqualTo(BEGUN.toEpochMilli());
        assertThat(kept.params()).isEqualTo(Map.of("train.learningRate", "0.002"));
        assertThat(kept.tags()).containsEntry("mlflow.runName", "a");
        RoundLog last = run.run().rounds().get(9);
        long end = BEGUN.toEpochMilli() + 21_000;
        assertThat(kept.metrics())
                .contains(
                        new Logged("loss", last.loss(), 100, end),
                        new Logged("val", last.validation().after(), 100, end),
                        new Logged("valBefore", last.validation().before().getAsDouble(), 100, end),
                        new Logged("cosine", last.agreement().cosine(), 100, end),
                        new Logged("dispersion", last.agreement().dispersion(), 100, end),
                        new Logged("learningRate", 0.002, 100, end),
                        new Logged("examples", 6400, 100, end),
                        new Logged("seconds", 2.1, 100, end));
        assertThat(numbers("val")).extracting(Logged::step).containsExactly(50L, 100L);
        assertThat(numbers("loss")).hasSize(10);
        assertThat(server.ended).isEmpty();
    }

    @Test
    void ofATrainingThatIsThereOnlyWhatIsNewIsSent() {
        LoggedRun whole = run("a", 10);
        LoggedRun half =
                run("a", whole.run().rounds().subList(0, 5), whole.run().settings());
        send(half, run("b", 3));

        List<String> said = send(new LoggedRun(whole.run(), BEGUN, Optional.of(BEGUN.plusSeconds(21))));
        List<String> again = send(whole);

        assertThat(said).containsExactly("a: run run-0-of-1, 32 new numbers");
        assertThat(again).containsExactly("a: run run-0-of-1, 0 new numbers");
        assertThat(server.runs).hasSize(2);
        assertThat(server.experiments).hasSize(1);
        assertThat(server.runs.get("run-0-of-1").metrics()).hasSize(64).doesNotHaveDuplicates();
        assertThat(server.ended).isEqualTo(Map.of("run-0-of-1", "FINISHED " + (BEGUN.toEpochMilli() + 21_000)));
    }

    @Test
    void aTrainingBegunAnewInTheSamePlaceIsAnotherRun() {
        send(run("a", Trainings.rounds(3, 9, 0.1, 1), Map.of()));
        send(run("a", Trainings.rounds(3, 9, 0.1, 2), Map.of()));

        assertThat(server.runs).hasSize(2);
    }

    @Test
    void moreThanTheServerTakesAtOnceGoesInParts() {
        SortedMap<String, String> settings = new TreeMap<>(
                IntStream.range(0, 250).boxed().collect(Collectors.toMap(i -> "key." + i, i -> "value " + i)));

        send(run("long", Trainings.rounds(400, 9, 0.1, 1), settings));

        assertThat(server.runs.get("run-0-of-1").params()).isEqualTo(settings);
        assertThat(numbers("loss")).hasSize(400);
        assertThat(server.asked).filteredOn("POST runs/log-batch"::equals).hasSize(3 + 1 + 3);
    }

    @Test
    void anExportThatBrokeOffGoesOnWithoutAGap() {
        LoggedRun run = run("long", 400);
        server.patience = 3; // params, the tag, one of three parts
        assertThatThrownBy(() -> send(run)).hasMessageContaining("INVALID_PARAMETER_VALUE");
        server.patience = Integer.MAX_VALUE;

        send(run);

        assertThat(server.runs).hasSize(1);
        for (String key : List.of("loss", "seconds", "cosine")) {
            assertThat(numbers(key).stream().map(Logged::step).distinct())
                    .as(key)
                    .hasSize(400);
        }
    }

    @Test
    void whatIsNotFiniteIsLeftOutAndOldLogsCountRounds() {
        RoundLog old = Trainings.old(0, 50);
        RoundLog infinite = Trainings.old(1, Double.POSITIVE_INFINITY);

        send(run("old", List.of(old, infinite), Map.of()));

        assertThat(numbers("loss")).extracting(Logged::step).containsExactly(1L);
        assertThat(numbers("seconds")).extracting(Logged::step).containsExactly(1L, 2L);
    }

    @Test
    void aTrainingWithoutARoundIsNotSent() {
        assertThat(send(run("a", List.of(), Map.of()))).containsExactly("a: no round is over yet");
        assertThat(server.runs).isEmpty();
    }

    @Test
    void whatTheServerSaysIsPassedOn() {
        server.patience = 0;

        assertThatThrownBy(() -> send(run("a", 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot export to MLflow at '%s': ".formatted(server.uri()))
                .hasMessageContaining("INVALID_PARAMETER_VALUE");
    }

    @Test
    void usersAndTokensOfTheEnvironmentAreSent() {
        Tracking.open(
                        server.uri(),
                        "rates",
                        Map.of("MLFLOW_TRACKING_USERNAME", "ann", "MLFLOW_TRACKING_PASSWORD", "secret"))
                .close();
        Tracking.open(server.uri(), "rates", Map.of("MLFLOW_TRACKING_TOKEN", "t0ken"))
                .close();
        Tracking.open(server.uri(), "rates", Map.of()).close();

        assertThat(new LinkedHashSet<>(server.authorizations))
                .containsExactly("Basic YW5uOnNlY3JldA==", "Bearer t0ken", null);
    }

    @Test
    void withoutTheClientTheJarToAddIsNamed() throws Exception {
        String jar = entries()
                .filter(entry -> entry.contains("mlflow-client"))
                .map(entry -> Path.of(entry).getFileName().toString())
                .findFirst()
                .orElseThrow();
        URL[] others = entries()
                .filter(entry -> !entry.contains("mlflow-client"))
                .map(MlflowExportTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            Class<?> export = without.loadClass(MlflowExport.class.getName());
            assertThatThrownBy(() -> export.getMethod("send", String.class, String.class, List.class)
                            .invoke(null, server.uri(), "rates", List.of()))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(
                            "Cannot export to MLflow: its client is not on the class path; add the jar ")
                    .hasMessageContaining(jar);
        }
    }

    private static Stream<String> entries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
