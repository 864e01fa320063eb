package io.cradle.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.InvalidSettingException;
import io.cradle.dataset.table.WriteMode;
import io.cradle.ingest.export.ExportFormat;
import io.cradle.jobs.Jobs.CompactArguments;
import io.cradle.jobs.Jobs.CurateArguments;
import io.cradle.jobs.Jobs.DescribeArguments;
import io.cradle.jobs.Jobs.EvaluateArguments;
import io.cradle.jobs.Jobs.ExportTableArguments;
import io.cradle.jobs.Jobs.FidelityArguments;
import io.cradle.jobs.Jobs.FilesArguments;
import io.cradle.jobs.Jobs.Form;
import io.cradle.jobs.Jobs.GenerateArguments;
import io.cradle.jobs.Jobs.IngestArguments;
import io.cradle.jobs.Jobs.Look;
import io.cradle.jobs.Jobs.MaterialiseArguments;
import io.cradle.jobs.Jobs.RunArguments;
import io.cradle.jobs.Jobs.ShowArguments;
import io.cradle.jobs.Jobs.SurpriseArguments;
import io.cradle.jobs.Jobs.TrainArguments;
import io.cradle.jobs.Jobs.VerifyArguments;
import io.cradle.jobs.Jobs.View;
import io.cradle.jobs.configuration.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CradleTest {
    private static final View PAGE = new View(Look.HTML, Optional.empty(), 1, OptionalInt.empty(), OptionalInt.empty());
    private static final View TEXT = new View(Look.TEXT, Optional.of("7"), 1, OptionalInt.empty(), OptionalInt.empty());

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

    private Configuration configuration() {
        return typing.configuration();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generate",
                "ingest",
                "describe",
                "files",
                "curate",
                "surprise",
                "materialise",
                "export",
                "train",
                "evaluate",
                "run",
                "quickstart",
                "show"
            })
    void helpOfEveryCommandHasExamplesAndNeedsNoConfiguration(String command) {
        conf = path("nowhere");
        assertThat(cradle(command, "--help")).isZero();
        assertThat(typing.out.toString()).contains("Examples:\n  cradle " + command, "--conf", "--set", "--verbose");
        assertThat(typing.asked).isEmpty();
    }

    @Test
    void helpOfTheWholeNamesEveryCommandAndTheExitCodes() {
        assertThat(cradle("--help")).isZero();
        assertThat(typing.out.toString())
                .contains("quickstart", "generate", "ingest", "describe", "files", "show", "curate", "materialise")
                .contains("train")
                .contains("evaluate", "run")
                .contains("Exit codes: 0 done, 2 usage or configuration, 1 failure.");
    }

    @Test
    void exportRefusesWhatItCannotWrite() throws IOException {
        Path full = Files.createDirectory(path("full"));
        Files.writeString(full.resolve("thesis.txt"), "");
        assertThat(cradle("export", table, "--as", "tfds", "--out", path("to"))).isEqualTo(2);
        assertThat(typing.err.toString()).contains("Cannot export as 'tfds': use one of [lerobot, npz]");
        assertThat(cradle("export", path("nowhere"), "--as", "npz", "--out", path("to")))
                .isEqualTo(1);
        assertThat(typing.err.toString()).contains("Cannot read table");
        assertThat(cradle("export", table, "--as", "npz", "--out", full)).isEqualTo(1);
        assertThat(typing.err.toString()).contains("Cannot write export '%s': it exists".formatted(full));
        assertThat(typing.asked).isEmpty();
    }

    @Test
    void theVersionIsTheProjects() {
        assertThat(cradle("--version")).isZero();
        assertThat(typing.out.toString()).matches("cradle \\d+\\.\\d+\\.\\d+\\S*\\s*");
    }

    @Test
    void optionsOfGenerateEndInTheConfiguration() {
        Path data = path("data");
        int code = cradle(
                "generate", "--world", "BOUNCE", "--episodes", 12, "--seed", -3, "--partitions", 7, "--out", data);
        assertThat(code).isZero();
        assertThat(configuration().values().rollout().world()).isEqualTo("BOUNCE");
        assertThat(configuration().values().rollout().episodes()).isEqualTo(12);
        assertThat(configuration().values().rollout().seed()).isEqualTo(-3);
        assertThat(configuration().values().rollout().partitions()).isEqualTo(7);
        assertThat(typing.asked.subList(1, 3))
                .containsExactly(new GenerateArguments(data.toString(), WriteMode.CREATE), "closed");
        assertThat(typing.out.toString()).isEqualTo("asked\n");
    }

    @Test
    void aFolderWithoutRecordingsIsRefusedBeforeAnyJobIsAsked() throws IOException {
        Path empty = Files.createDirectory(path("empty"));
        assertThat(cradle("ingest", empty, "--out", path("to"))).isEqualTo(1);
        assertThat(typing.err.toString()).contains("Cannot ingest '%s': it holds no recording".formatted(empty));
        assertThat(typing.asked).isEmpty();
    }

    @Test
    void aSettingThatNamesWhatTheDataDoNotHaveIsMisuse() throws IOException {
        Path film = Files.createFile(path("film.mp4"));
        typing.failure = new IllegalStateException(new InvalidSettingException("Invalid x: there is no stream 'y'"));
        assertThat(cradle("ingest", film, "--out", path("to"))).isEqualTo(2);
        assertThat(typing.err.toString()).isEqualTo("Invalid x: there is no stream 'y'\n");
    }

    @Test
    void argumentsReachTheirCommand() throws IOException {
        Path to = path("to");
        Path film = Files.createFile(path("film.mp4"));
        assertThat(cradle("ingest", film, "--out", to, "--append")).isZero();
        assertThat(cradle("describe", table, "--json")).isZero();
        assertThat(cradle("describe", table)).isZero();
        assertThat(cradle("files", table)).isZero();
        assertThat(cradle("curate", table, "--out", to)).isZero();
        assertThat(cradle("curate", table, "--from", table, "--overwrite", "--out", table, "--report", to))
                .isZero();
        assertThat(cradle("surprise", conf, "--table", table, "--out", to)).isZero();
        assertThat(cradle("materialise", table, "--selection", table, "--out", to))
                .isZero();
        assertThat(cradle("export", table, "--as", "npz", "--selection", table, "--out", to))
                .isZero();
        assertThat(cradle("export", table, "--as", "lerobot", "--out", to)).isZero();
        assertThat(cradle("train", table, "--selection", table, "--out", to)).isZero();
        assertThat(cradle("train", table, "--out", to)).isZero();
        assertThat(cradle("evaluate", conf, "--table", table, "--out", to)).isZero();
        assertThat(cradle("run", "--table", table, "--out", to)).isZero();
        assertThat(cradle("show", table)).isZero();
        assertThat(cradle("show", table, "--text", "--episode", 7)).isZero();
        assertThat(cradle("compact", table)).isZero();
        assertThat(cradle("verify", table)).isZero();
        assertThat(cradle("verify", table, "--all")).isZero();
        assertThat(cradle("fidelity", "--reference", table)).isZero();
        assertThat(typing.asked)
                .contains(
                        new IngestArguments(film.toString(), to.toString(), WriteMode.APPEND),
                        new ExportTableArguments(
                                table.toString(), Optional.of(table.toString()), ExportFormat.NPZ, to.toString()),
                        new ExportTableArguments(
                                table.toString(), Optional.empty(), ExportFormat.LEROBOT, to.toString()),
                        new DescribeArguments(table.toString(), Form.JSON),
                        new DescribeArguments(table.toString(), Form.TEXT),
                        new FilesArguments(table.toString()),
                        new CurateArguments(
                                table.toString(), Optional.empty(), to.toString(), WriteMode.CREATE, Optional.empty()),
                        new CurateArguments(
                                table.toString(),
                                Optional.of(table.toString()),
                                table.toString(),
                                WriteMode.OVERWRITE,
                                Optional.of(to.toString())),
                        new SurpriseArguments(conf.toString(), table.toString(), to.toString()),
                        new MaterialiseArguments(table.toString(), table.toString(), to.toString(), WriteMode.CREATE),
                        new TrainArguments(
                                table.toString(),
                                Optional.of(table.toString()),
                                to.toString(),
                                TrainArguments.Start.ANEW),
                        new TrainArguments(
                                table.toString(), Optional.empty(), to.toString(), TrainArguments.Start.ANEW),
                        new EvaluateArguments(
                                List.of(conf.toString()),
                                table.toString(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                to.toString()),
                        new RunArguments(to.toString(), Optional.of(table.toString())),
                        new ShowArguments(table.toString(), Optional.empty(), PAGE, Optional.empty()),
                        new ShowArguments(table.toString(), Optional.empty(), TEXT, Optional.empty()),
                        new CompactArguments(table.toString()),
                        new VerifyArguments(table.toString(), OptionalInt.of(20)),
                        new VerifyArguments(table.toString(), OptionalInt.empty()),
                        new FidelityArguments(table.toString()));
    }

    @Test
    void whatIsShownFollowsFromTheNameOfTheFile() {
        Path gif = directory.resolve("x.GIF");
        assertThat(cradle("show", table, "--out", gif, "--episodes", 9, "--columns", 3, "--scale", 2))
                .isZero();
        assertThat(typing.asked)
                .contains(new ShowArguments(
                        table.toString(),
                        Optional.of(gif.toString()),
                        new View(Look.GIF, Optional.empty(), 9, OptionalInt.of(3), OptionalInt.of(2)),
                        Optional.empty()));
        unshown("must end in .html, .gif or .png", "--out", directory.resolve("x.jpg"));
        unshown("Cannot use --text with --out", "--text", "--out", directory.resolve("x.gif"));
        unshown("Cannot use --episode with --episodes", "--text", "--episode", 0, "--episodes", 2);
        unshown("Invalid --episode 'first': give an id of 32 hex digits", "--text", "--episode", "first");
        unshown("Invalid --episodes 0: must be from 1 to 400", "--text", "--episodes", 0);
        unshown("Invalid --scale 65: must be from 1 to 64", "--text", "--scale", 65);
        unshown("Cannot choose episodes, columns or scale of a page", "--episodes", 2);
        unshown("dreams are drawn in a .gif", "--dream", conf, "--out", directory.resolve("x.png"));
    }

    private void unshown(String says, Object... options) {
        Object[] words =
                Stream.concat(Stream.of("show", table), Arrays.stream(options)).toArray();
        assertThat(cradle(words)).isEqualTo(2);
        assertThat(typing.err.toString()).contains(says);
    }

    @Test
    void quickstartIsARunUnderItsProfileInADirectoryOfItsOwn() {
        assertThat(cradle("quickstart", "--set", "train.rounds=3")).isZero();
        assertThat(typing.asked.get(1)).isInstanceOfSatisfying(RunArguments.class, run -> {
            assertThat(run.out()).matches("runs/quickstart-\\d{8}-\\d{6}");
            assertThat(run.table()).isEmpty();
        });
        assertThat(configuration().values().train().rounds()).isEqualTo(3);
    }

    @Test
    void laterSourcesOfTheMasterWin() {
        typing.submittedMaster = Optional.of("yarn");
        cradle("files", table);
        assertThat(configuration().values().spark().master()).isEqualTo("yarn");
        typing.asked.clear();
        cradle("files", table, "--master", "local[1]");
        assertThat(configuration().values().spark().master()).isEqualTo("local[1]");
    }

    @Test
    void allFaultsOfOptionsAndFilesAreSaidAtOnce() throws IOException {
        Path odd = Files.writeString(path("odd.yaml"), "train: {batchsize: 3}");
        int code = cradle(
                "generate", "--out", path("x"), "--episodes", "0", "--partitions", "many", "--conf", odd, "--set", "a");
        assertThat(code).isEqualTo(2);
        assertThat(typing.err.toString()).isEqualTo("""
                        --set: 1 problem
                          a   no setting; write key=value, such as train.rounds=3
                        --partitions: 1 problem
                          rollout.partitions   expected a whole number, found 'many'
                        --episodes: 1 problem
                          rollout.episodes   0 is rejected: must be at least 1
                        %s: 1 problem
                          train.batchsize   unknown key; did you mean 'train.batchSize'?
                        """.formatted(odd));
        typing.requireNothingStarted();
    }

    @Test
    void zeroEpisodesIsOneLine() {
        assertThat(cradle("generate", "--out", path("x"), "--episodes", "0")).isEqualTo(2);
        assertThat(typing.err.toString())
                .isEqualTo("--episodes: rollout.episodes: 0 is rejected: must be at least 1\n");
        typing.requireNothingStarted();
    }

    @Test
    void anUnknownWorldIsUsage() {
        assertThat(cradle("generate", "--out", path("x"), "--world", "Bonce")).isEqualTo(2);
        assertThat(typing.err.toString())
                .isEqualTo(
                        "Cannot find world 'Bonce': did you mean 'Bounce'? known worlds: Bounce; or write learned:CHECKPOINT\n");
        typing.requireNothingStarted();
    }

    @Test
    void aLearnedWorldNeedsItsCheckpoint() {
        String world = "learned:" + path("gone");
        assertThat(cradle("run", "--out", path("x"), "--set", "rollout.world='" + world + "'"))
                .isEqualTo(2);
        assertThat(typing.err.toString())
                .isEqualTo("Cannot read checkpoint '%s': there is nothing at '%s'; check the path\n"
                        .formatted(path("gone"), path("gone")));
        assertThat(cradle("generate", "--out", path("x"), "--world", "learned:" + table))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dream.temperature", "evaluate.temperature"})
    void aTemperatureIsAboveZero(String key) {
        assertThat(cradle("generate", "--out", path("x"), "--world", "Bounce", "--set", key + "=0"))
                .isEqualTo(2);
        assertThat(typing.err.toString()).contains(key + ": 0.0 is rejected: must be above 0");
        typing.requireNothingStarted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | Missing COMMAND; see 'cradle --help'",
                "generat               | Unmatched argument at index 0: 'generat'; did you mean 'generate'? see 'cradle --help'",
                "generate              | Missing required option: '--out=TABLE'; see 'cradle generate --help'",
                "files                 | Missing required parameter: 'TABLE'; see 'cradle files --help'",
                "files a --josn        | Unknown option: '--josn'; see 'cradle files --help'",
                "describe a --jso      | Unknown option: '--jso'; did you mean '--json'? see 'cradle describe --help'",
            })
    void misuseIsOneLine(String words, String message) {
        Object[] arguments = words.isEmpty() ? new Object[0] : words.split(" ");
        assertThat(cradle(arguments)).isEqualTo(2);
        assertThat(typing.err.toString()).isEqualTo(message + "\n");
        typing.requireNothingStarted();
    }

    @Test
    void aFailureIsOneLineAndItsTraceIsForVerbose() {
        typing.failure = new CorruptDataException("a.npz", "ends after 12 of 40 bytes; copy it again");
        assertThat(cradle("files", table)).isEqualTo(1);
        assertThat(typing.err.toString()).isEqualTo("Cannot read 'a.npz': ends after 12 of 40 bytes; copy it again\n");
        assertThat(typing.asked).endsWith("closed");
        assertThat(cradle("files", table, "--verbose")).isEqualTo(1);
        assertThat(typing.err.toString()).contains("CorruptDataException", "\tat io.cradle");
    }

    @Test
    void verboseTracesMisuseToo() {
        assertThat(cradle("generate", "--out", path("x"), "--episodes", "0", "--verbose"))
                .isEqualTo(2);
        assertThat(typing.err.toString()).contains("0 is rejected").contains("\tat io.cradle");
    }
}
