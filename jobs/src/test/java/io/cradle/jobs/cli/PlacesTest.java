package io.cradle.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.Jobs.GenerateArguments;
import io.cradle.jobs.Jobs.TrainArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of inputs and outputs before anything starts. */
class PlacesTest {
    @TempDir
    Path directory;

    private Typing typing;
    private Path conf;
    private Path table;

    @BeforeEach
    void aConfigurationWithOneWorldAndATable() throws IOException {
        conf = directory.resolve("conf");
        typing = Typing.withOneWorld(conf);
        table = Typing.table(directory);
    }

    private int cradle(Object... arguments) {
        return typing.type(arguments);
    }

    private Path path(String name) {
        return directory.resolve(name);
    }

    @Test
    void anOutputThatExistsIsRefusedUnlessToldOtherwise() {
        assertThat(cradle("generate", "--out", table)).isEqualTo(1);
        assertThat(typing.err.toString())
                .isEqualTo(
                        "Cannot write table '%s': it exists; add --append to add to it, --overwrite to replace it, or --resume to go on with what was interrupted\n"
                                .formatted(table));
        typing.requireNothingStarted();
        assertThat(cradle("generate", "--out", table, "--append")).isZero();
        assertThat(typing.asked.get(1)).isEqualTo(new GenerateArguments(table.toString(), WriteMode.APPEND));
        typing.asked.clear();
        assertThat(cradle("generate", "--out", table, "--overwrite")).isZero();
        assertThat(typing.asked.get(1)).isEqualTo(new GenerateArguments(table.toString(), WriteMode.OVERWRITE));
    }

    @Test
    void appendAndOverwriteExcludeEachOther() {
        assertThat(cradle("generate", "--out", table, "--append", "--overwrite"))
                .isEqualTo(2);
        assertThat(typing.err.toString())
                .isEqualTo(
                        "Error: --append, --overwrite are mutually exclusive (specify only one); see 'cradle generate --help'\n");
    }

    @ParameterizedTest
    @CsvSource({"curate, selection", "train, checkpoint"})
    void whatATableBecomesIsNotOverwritten(String command, String what) {
        assertThat(cradle(command, table, "--out", conf)).isEqualTo(1);
        assertThat(typing.err.toString())
                .isEqualTo("Cannot write %s '%s': it exists; name another path with --out, or remove it\n"
                        .formatted(what, conf));
        typing.requireNothingStarted();
    }

    @Test
    void anEmptyDirectoryMayBeFilled() throws IOException {
        Path empty = Files.createDirectory(path("empty"));
        assertThat(cradle("generate", "--out", empty)).isZero();
    }

    @Test
    void anOutputBelowAFileIsRefused() throws IOException {
        Path file = Files.writeString(path("file"), "");
        assertThat(cradle("run", "--out", file.resolve("a/b"))).isEqualTo(1);
        assertThat(typing.err.toString())
                .isEqualTo("Cannot write run '%s': '%s' is a file; name another path with --out\n"
                        .formatted(file.resolve("a/b"), file));
        typing.requireNothingStarted();
    }

    @Test
    void aTableThatIsNoneIsRefused() {
        assertThat(cradle("describe", conf)).isEqualTo(1);
        assertThat(typing.err.toString())
                .isEqualTo(
                        "Cannot read table '%s': it has no _delta_log; name a directory that 'cradle generate' or 'cradle ingest' wrote\n"
                                .formatted(conf));
        typing.requireNothingStarted();
    }

    @Test
    void whatAKilledBuildLeftIsNoTableAndNotInTheWay() throws IOException {
        Path killed = directory.resolve("killed");
        Files.createDirectories(killed.resolve("_delta_log"));
        Files.createFile(killed.resolve("part-00000-1.c000.zstd.parquet"));
        assertThat(cradle("generate", "--out", killed)).isZero();
        Files.createFile(killed.resolve("thesis.tex"));
        assertThat(cradle("generate", "--out", killed)).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatTakesNoFilesIsRefusedBeforeTheWorkWhateverItsPermissionsSay() {
        assertThat(typing.refused(1, "train", table, "--out", "/proc/cradle/model"))
                .startsWith("Cannot write checkpoint '/proc/cradle/model': directory '/proc' ")
                .endsWith("name another path with --out\n");
        typing.requireNothingStarted();
    }

    @Test
    void placesWithASchemeAreLeftToTheJob() {
        assertThat(cradle("train", "s3a://bucket/table", "--out", "s3a://bucket/model"))
                .isZero();
        assertThat(typing.asked.get(1))
                .isEqualTo(new TrainArguments(
                        "s3a://bucket/table", Optional.empty(), "s3a://bucket/model", TrainArguments.Start.ANEW));
    }

    @Test
    void filesOfASchemeAreLookedAt() {
        assertThat(cradle("generate", "--out", table.toUri())).isEqualTo(1);
        assertThat(typing.err.toString()).contains("it exists");
    }

    @Test
    void aSweepWantsADirectoryOfItsOwn() throws IOException {
        assertThat(typing.refused(1, "sweep", table, "--out", conf, "--grid", "train.seed=[1]"))
                .isEqualTo(
                        "Cannot sweep into '%s': it holds other files and no sweep; name another directory with --out\n"
                                .formatted(conf));
        Path begun = Files.createDirectory(path("begun"));
        Files.createFile(begun.resolve("sweep.json"));
        assertThat(cradle("sweep", table, "--out", begun, "--grid", "train.seed=[1]"))
                .isZero();
    }
}
