package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.jobs.cli.Builds.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Builds in processes of their own that die without warning at every point where that could matter, and are run again. The
 * child's policy has another name and the same identity: what it made, the rerun's pipeline would make too.
 */
@Timeout(300)
class KilledBuildIT {
    @TempDir
    static Path shared;

    private static Outcome small;
    private static Outcome grown;

    @TempDir
    Path directory;

    @BeforeAll
    static void undisturbedBuilds() {
        small = undisturbed("small", 6, 3);
        grown = undisturbed("grown", 9, 3);
        assertThat(grown.table().contentHash()).isNotEqualTo(small.table().contentHash());
    }

    private static Outcome undisturbed(String name, int first, int second) {
        Path pipeline = Builds.pipeline(shared.resolve(name + ".yaml"), "uniform", first, second);
        succeed("build", pipeline, "--out", shared.resolve(name));
        return Builds.outcome(shared.resolve(name));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // point, data files and commits of the table, data files and commits of the selection, the manifest's version
        "episode 1,          0, 0, 0, 0",
        "episode 5,          2, 0, 0, 0",
        "before table 0,     2, 0, 0, 0",
        "after table 0,      2, 1, 0, 0",
        "before table 2,     6, 2, 0, 0",
        "after table 2,      6, 3, 0, 0",
        "before selection 0, 6, 3, 1, 0",
        "after selection 0,  6, 3, 1, 1"
    })
    void aBuildThatDiedEndsAsAnUndisturbedOne(
            String point, int tableFiles, int tableCommits, int selectionFiles, int selectionCommits) throws Exception {
        Path out = directory.resolve("built");
        die(point, out, 6, 3);
        assertThat(Builds.dataFiles(out.resolve("table"))).isEqualTo(tableFiles);
        assertThat(Builds.commits(out.resolve("table"))).isEqualTo(tableCommits);
        assertThat(Builds.dataFiles(out.resolve("selection"))).matches(files -> files >= selectionFiles);
        assertThat(Builds.commits(out.resolve("selection"))).isEqualTo(selectionCommits);
        assertThat(Builds.manifest(out).at("/table/version").asInt()).isEqualTo(-1);

        succeed("build", pipeline("again", "uniform", 6, 3), "--out", out);
        Builds.outcome(out).requireSameAs(small);
        assertThat(Builds.commits(out.resolve("table"))).isEqualTo(3);
        assertThat(Builds.commits(out.resolve("selection"))).isEqualTo(1);
        assertThat(Builds.manifest(out).at("/table/contentHash").asText())
                .isEqualTo(small.table().contentHash());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"after table 3, 4, 1", "before selection 1, 4, 1", "after selection 1, 4, 2"})
    void aGrowthThatDiedEndsAsAnUndisturbedOne(String point, int tableCommits, int selectionCommits) throws Exception {
        Path out = directory.resolve("built");
        succeed("build", pipeline("small", "uniform", 6, 3), "--out", out);
        die(point, out, 9, 3);
        assertThat(Builds.commits(out.resolve("table"))).isEqualTo(tableCommits);
        assertThat(Builds.commits(out.resolve("selection"))).isEqualTo(selectionCommits);
        assertThat(Builds.manifest(out).at("/table/version").asInt()).isEqualTo(2);

        succeed("build", pipeline("again", "uniform", 9, 3), "--out", out);
        Builds.outcome(out).requireSameAs(grown);
        assertThat(Builds.commits(out.resolve("table"))).isEqualTo(4);
        assertThat(Builds.commits(out.resolve("selection"))).isEqualTo(2);
    }

    @Test
    void ofTwoBuildsAtOnceOneWinsAndTheOtherSaysSoAtOnce() throws Exception {
        Path out = directory.resolve("built");
        Process first = start("wait at episode 2", out, 6, 3);
        awaitMarker(first);
        long begun = System.nanoTime();
        String refusal = Terminal.fail(1, "build", pipeline("second", "uniform", 6, 3), "--out", out);
        assertThat(refusal)
                .isEqualTo(
                        "Cannot build '%s': another build holds the lock '%s'; wait until it ends, or write elsewhere"
                                .formatted(out, out.resolve("_cradle.lock")));
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(20));
        assertThat(Builds.commits(out.resolve("table"))).isZero();

        Files.createFile(FailPoint.go(marker()));
        assertThat(first.waitFor(200, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).as(log()).isZero();
        Builds.outcome(out).requireSameAs(small);
    }

    private Path pipeline(String name, String policy, int first, int second) {
        return Builds.pipeline(directory.resolve(name + ".yaml"), policy, first, second);
    }

    private Path marker() {
        return directory.resolve("reached");
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("child.log"));
    }

    private void die(String point, Path out, int first, int second) throws Exception {
        Process build = start(point, out, first, second);
        assertThat(build.waitFor(200, TimeUnit.SECONDS)).isTrue();
        assertThat(build.exitValue()).as(log()).isEqualTo(FailPoint.EXIT);
        assertThat(marker()).content().isEqualTo(point);
    }

    private void awaitMarker(Process build) throws Exception {
        while (!Files.exists(marker())) {
            assertThat(build.isAlive()).as(log()).isTrue();
            Thread.sleep(20);
        }
    }

    private Process start(String point, Path out, int first, int second) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-D"))
                .forEach(line::add);
        line.addAll(List.of(
                "-D%s=%s".formatted(FailPoint.POINT, point),
                "-D%s=%s".formatted(FailPoint.MARKER, marker()),
                "-Dcradle.conf=../conf",
                "-cp",
                System.getProperty("java.class.path"),
                Cradle.class.getName(),
                "build",
                pipeline("killed", "halting", first, second).toString(),
                "--out",
                out.toString(),
                "--master",
                "local[1]",
                "--set",
                "spark.extra.spark.delta.logStore.file.impl=" + HaltingLogStore.class.getName()));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.log").toFile())
                .start();
    }
}
