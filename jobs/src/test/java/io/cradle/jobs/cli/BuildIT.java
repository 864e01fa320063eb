package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.jobs.cli.Builds.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset that is built day by day. */
class BuildIT {
    @TempDir
    Path directory;

    private Path out() {
        return directory.resolve("built");
    }

    private Path pipeline(int first, int second) {
        return Builds.pipeline(directory.resolve("pipeline.yaml"), "uniform", first, second);
    }

    private String build(Path pipeline, Object... more) {
        return succeed(words(pipeline, more));
    }

    private Object[] words(Path pipeline, Object... more) {
        return Stream.concat(Stream.of("build", pipeline, "--out", out()), Stream.of(more))
                .toArray();
    }

    private String refused(Path pipeline, Object... more) {
        return Terminal.fail(1, words(pipeline, more));
    }

    private String says(String pattern) {
        return pattern.replace("OUT", out().toString());
    }

    @Test
    void everyBuildMakesWhatIsMissingAndNothingElse() throws IOException {
        assertThat(build(pipeline(6, 3)))
                .contains("Part first: 6 episodes, 6 of them new", "Part second: 3 episodes, 3 of them new")
                .contains(says("Table: OUT/table@2, 9 episodes, content "))
                .contains(says("Selection: OUT/selection@0, 9 episodes stay"));
        String manifest = Files.readString(out().resolve("build.json"));

        assertThat(build(pipeline(6, 3)))
                .isEqualTo(
                        says(
                                "Nothing to do: table OUT/table@2 and selection OUT/selection@0 are what the pipeline declares\n"));
        assertThat(out().resolve("build.json")).content().isEqualTo(manifest);

        assertThat(build(pipeline(11, 3)))
                .contains("Part first: 11 episodes, 5 of them new")
                .doesNotContain("Part second")
                .contains(says("Selection: OUT/selection@1, 14 episodes stay"));
        Outcome grown = Builds.outcome(out());
        assertThat(grown.table().contentHash())
                .isEqualTo(Builds.manifest(out()).at("/table/contentHash").asText());
        assertThat(succeed("verify", out().resolve("table"), "--all")).contains("Verified: 14 of 14 episodes");

        succeed("build", pipeline(11, 3), "--out", directory.resolve("at once"));
        Builds.outcome(directory.resolve("at once")).requireSameAs(grown);
        assertThat(Builds.manifest(directory.resolve("at once")).at("/selection/decisions"))
                .isEqualTo(Builds.manifest(out()).at("/selection/decisions"));
    }

    @Test
    @Tag("proof")
    void aPinnedVersionOutlivesFiveBuildsAndAPacking() {
        build(pipeline(4, 1));
        Pin pin = pin(-1);
        for (int episodes = 5; episodes < 10; episodes++) {
            build(pipeline(episodes, 1));
        }
        assertThat(succeed("compact", out().resolve("table"))).contains("Files: 1, were ");
        String packed = build(pipeline(9, 1));
        assertThat(packed).contains(says("Table: OUT/table@7, 10 episodes"), says("Selection: OUT/selection@5"));
        assertThat(build(pipeline(9, 1))).startsWith("Nothing to do");
        build(pipeline(12, 1));

        assertThat(pin(pin.version())).isEqualTo(pin);
        succeed("build", pipeline(12, 1), "--out", directory.resolve("at once"));
        Builds.outcome(out()).requireSameAs(Builds.outcome(directory.resolve("at once")));
    }

    private record Pin(long version, String contentHash, List<String> kept) {}

    /** Table and first selection, read at a version; at the newest if it is none. */
    private Pin pin(long version) {
        return Builds.reading(spark -> {
            EpisodeTable table = EpisodeTable.at(spark, out().resolve("table").toString());
            EpisodeTable pinned = table.asOf(version < 0 ? table.version() : version);
            SelectionTable first = SelectionTable.at(
                            spark, out().resolve("selection").toString())
                    .asOf(0);
            return new Pin(
                    pinned.version(),
                    pinned.describe().contentHash(),
                    first.kept().stream().sorted().toList());
        });
    }

    @Test
    void changesOfWhatIsThereAreRefused() {
        Path same = pipeline(6, 3);
        build(same);
        Outcome before = Builds.outcome(out());
        String parts =
                "pipeline.parts=[{name: first, world: Dropbox, policy: uniform, episodes: %d, seed: %d}, {name: second, world: Dropbox, policy: uniform, episodes: 3, seed: 2}]";
        assertThat(refused(same, "--set", parts.formatted(6, 5)))
                .isEqualTo(
                        says(
                                "Cannot build 'OUT': part 'first' would make other episodes than the 6 that are there: seed was 1, is 5; take the change back, or build into another --out"));
        assertThat(refused(same, "--set", parts.formatted(5, 1)))
                .contains("part 'first' is to have 5 episodes and has 6 already");
        assertThat(refused(same, "--set", "rollout.solver=LIGHT")).contains("worldDigest was ");
        assertThat(refused(same, "--set", "rollout.truth=[VELOCITY]", "--accept-change"))
                .contains("tensors was ");
        assertThat(refused(same, "--set", "curate.validity.minSteps=12", "--set", "balance.seed=4"))
                .isEqualTo(
                        says(
                                "Cannot build 'OUT': its selection was decided by other settings: balance.seed was 1, is 4, curate.validity.minSteps was 10, is 12; add --accept-change to decide anew, or take the change back"));
        Outcome after = Builds.outcome(out());
        after.requireSameAs(before);
        assertThat(after.table().version()).isEqualTo(before.table().version());
        assertThat(Builds.commits(out().resolve("selection"))).isEqualTo(1);

        Object[] accepted = {"--set", "curate.validity.minSteps=12"};
        assertThat(build(same, "--set", "curate.validity.minSteps=12", "--accept-change"))
                .contains(says("Table: OUT/table@2"), says("Selection: OUT/selection@1, 9 episodes stay"));
        assertThat(build(same, accepted)).startsWith("Nothing to do");
        assertThat(build(same, "--set", "curate.scoring.bins=8", "--accept-change"))
                .contains(says("Selection: OUT/selection@2, 9 episodes stay"));
    }

    @Test
    void whatVanishedOrCameFromElsewhereIsSaid() throws IOException {
        Path same = pipeline(4, 1);
        build(same);
        Path table = out().resolve("table");
        Path aside = directory.resolve("aside");

        Files.move(table, aside);
        assertThat(refused(same))
                .isEqualTo(
                        says(
                                "Cannot build 'OUT': build.json names version 1 of the table 'OUT/table', which is gone; put back what is missing, or empty the directory to make the same episodes anew"));
        Files.delete(out().resolve("build.json"));
        assertThat(refused(same)).contains(says("its selection judges 'OUT/table@1', which is gone"));
        Files.move(aside, table);

        Path file = Path.of(succeed("files", table).lines().findFirst().orElseThrow());
        Files.move(file, aside);
        assertThat(refused(same))
                .isEqualTo(says(
                        "Cannot read 'OUT/table@1': its data file '%s' is gone, as are 0 others; put them back, or empty the directory of the build to make the same episodes anew"
                                .formatted(file)));
        Files.move(aside, file);

        Files.move(out().resolve("selection"), aside);
        assertThat(build(same)).contains(says("Selection: OUT/selection@0, 5 episodes stay"));
        assertThat(build(same)).startsWith("Nothing to do");

        succeed("generate", "--world", "Dropbox", "--episodes", 2, "--seed", 77, "--append", "--out", table);
        assertThat(refused(same))
                .contains(says("somebody else has written to table 'OUT/table@2': it holds episode '"))
                .contains("which this pipeline does not make; restore the version before that");

        Path moved = Files.move(out(), directory.resolve("moved"));
        assertThat(Terminal.fail(1, "build", same, "--out", moved))
                .contains("where the directory was moved, or the table was, remove '%s/selection'".formatted(moved));
    }

    @Test
    void partsOfOtherTensorsAreRefusedAndPartsOfTheSameEpisodesToo() {
        Path mixed = Builds.write(directory.resolve("mixed.yaml"), """
                pipeline:
                  parts:
                    - {name: ball, world: Bounce, policy: uniform, episodes: 1, seed: 1}
                    - {name: robot, world: Urchin, policy: uniform, episodes: 1, seed: 1}
                """);
        assertThat(refused(mixed))
                .isEqualTo(
                        "Cannot build: part 'robot' (world Urchin) has other tensors than part 'ball' (world Bounce), and a table holds episodes of one layout; give it a pipeline of its own");
        Path twice = Builds.write(directory.resolve("twice.yaml"), """
                pipeline:
                  parts:
                    - {name: one, world: Bounce, policy: uniform, episodes: 1, seed: 1}
                    - {name: other, world: bounce, policy: uniform, episodes: 9, seed: 1}
                """);
        assertThat(refused(twice))
                .isEqualTo("Cannot build: parts 'one' and 'other' would make the same episodes; give one another seed");
        assertThat(out()).doesNotExist();
    }

    @Test
    void aFullDiskLeavesTheTableAsItWas() {
        build(pipeline(4, 1));
        Outcome before = Builds.outcome(out());
        List<Object> full = new ArrayList<>();
        for (String setting : List.of("fs.file.impl=" + FullDisk.class.getName(), "fs.file.impl.disable.cache=true")) {
            full.addAll(List.of("--set", "spark.extra.spark.hadoop." + setting));
        }
        for (long bytes : new long[] {0, 6000}) {
            FullDisk.leave(bytes);
            assertThat(refused(pipeline(12, 1), full.toArray()))
                    .isEqualTo("Cannot write: the disk is full; free some space, or name another --out, and run again");
            Outcome after = Builds.outcome(out());
            after.requireSameAs(before);
            assertThat(after.table().version()).isEqualTo(before.table().version());
        }
        assertThat(build(pipeline(12, 1))).contains("Part first: 12 episodes, 8 of them new");
    }
}
