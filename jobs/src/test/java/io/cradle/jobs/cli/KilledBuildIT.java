package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.jobs.cli.Builds.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

    /** A place to die at, and how many commits table and selection have then. */
    private record Point(String name, int tableCommits, int selectionCommits) {}

    /** Each process goes on where the one before died, so that whatever a death left is there at all later ones. */
    private void dieAt(Path out, int first, int second, int version, List<Point> points) throws Exception {
        for (Point point : points) {
            die(point.name(), out, first, second);
            assertThat(Builds.commits(out.resolve("table"))).as(point.name()).isEqualTo(point.tableCommits());
            assertThat(Builds.commits(out.resolve("selection")))
                    .as(point.name())
                    .isEqualTo(point.selectionCommits());
            assertThat(Builds.manifest(out).at("/table/version").asInt())
                    .as(point.name())
                    .isEqualTo(version);
            Files.delete(marker());
        }
    }

    private static final List<Point> POINTS = List.of(
            new Point("episode 1", 0, 0), // before any file
            new Point("episode 5", 0, 0), // some files
            new Point("before table 0", 0, 0), // all files before the log entry
            new Point("after table 0", 1, 0),
            new Point("before table 2", 2, 0),
            new Point("after table 2", 3, 0), // between stages
            new Point("before selection 0", 3, 0),
            new Point("after selection 0", 3, 1));

    @Test
    void aBuildThatDiesBetweenFilesAndLogOrBetweenStagesEndsAsAnUndisturbedOne() throws Exception {
        endsAsAnUndisturbedOne(List.of(POINTS.get(2), POINTS.get(6)));
    }

    @Test
    @Tag("proof")
    void aBuildThatDiesAtEveryPointEndsAsAnUndisturbedOne() throws Exception {
        endsAsAnUndisturbedOne(POINTS);
        assertThat(Builds.dataFiles(directory.resolve("built").resolve("table")))
                .as("what nobody committed lies there still")
                .isGreaterThan(6);
    }

    private void endsAsAnUndisturbedOne(List<Point> points) throws Exception {
        Path out = directory.resolve("built");
        dieAt(out, 6, 3, -1, points);
        succeed("build", pipeline("again", "uniform", 6, 3), "--out", out);
        Builds.outcome(out).requireSameAs(small);
        assertThat(Builds.commits(out.resolve("table"))).isEqualTo(3);
        assertThat(Builds.commits(out.resolve("selection"))).isEqualTo(1);
        assertThat(Builds.manifest(out).at("/table/contentHash").asText())
                .isEqualTo(small.table().contentHash());
    }

    @Test
    @Tag("proof")
    void aGrowthThatDiesAtEveryPointEndsAsAnUndisturbedOne() throws Exception {
        Path out = directory.resolve("built");
        succeed("build", pipeline("small", "uniform", 6, 3), "--out", out);
        dieAt(
                out,
                9,
                3,
                2,
                List.of(
                        new Point("after table 3", 4, 1),
                        new Point("before selection 1", 4, 1),
                        new Point("after selection 1", 4, 2)));

        succeed("build", pipeline("again", "uniform", 9, 3), "--out", out);
        Builds.outcome(out).requireSameAs(grown);
        assertThat(Builds.commits(out.resolve("table"))).isEqualTo(4);
        assertThat(Builds.commits(out.resolve("selection"))).isEqualTo(2);
    }

    @Test
    @Tag("proof")
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
        return Child.start(
                directory.resolve("child.log"),
                List.of("-D%s=%s".formatted(FailPoint.POINT, point), "-D%s=%s".formatted(FailPoint.MARKER, marker())),
                List.of(
                        "build",
                        pipeline("killed", "halting", first, second),
                        "--out",
                        out,
                        "--master",
                        "local[1]",
                        "--set",
                        "spark.extra.spark.delta.logStore.file.impl=" + HaltingLogStore.class.getName()));
    }
}
