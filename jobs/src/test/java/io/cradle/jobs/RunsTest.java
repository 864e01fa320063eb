package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.jobs.mlflow.LoggedRun;
import io.cradle.jobs.report.TrainingRun;
import io.cradle.jobs.report.Trainings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
    @TempDir
    Path directory;

    private Path training(String name) throws IOException {
        Path checkpoint = directory.resolve(name);
        Files.createDirectories(checkpoint.getParent());
        RoundFile.of(checkpoint).cut(0);
        Trainings.rounds(4, 9, 0.1, name.hashCode()).forEach(RoundFile.of(checkpoint)::add);
        return checkpoint;
    }

    private static List<TrainingRun> read(Path... places) {
        return Runs.at(Stream.of(places).map(Path::toString).toList()).read();
    }

    @Test
    void aTrainingNeedsNoCheckpointYet() throws IOException {
        assertThat(read(training("a"))).extracting(TrainingRun::name).containsExactly("a");
        assertThat(read(training("a")).get(0).rounds()).hasSize(4);
    }

    @Test
    void namesAreAsShortAsTellsRunsApart() throws IOException {
        training("sweep/a");
        training("sweep/deep/a");
        training("sweep/deep/b");

        assertThat(read(directory)).extracting(TrainingRun::name).containsExactly("a", "deep/a", "deep/b");
    }

    @Test
    void whereAllCheckpointsHaveOneNameThatOfTheirDirectoriesCounts() throws IOException {
        training("one/checkpoint");
        training("two/checkpoint");

        assertThat(read(directory)).extracting(TrainingRun::name).containsExactly("one", "two");
    }

    @Test
    void aTrainingThatIsNamedTwiceIsThereOnce() throws IOException {
        Path a = training("sweep/a");
        Path b = training("b");

        assertThat(read(a, directory.resolve("sweep"), b))
                .extracting(TrainingRun::name)
                .containsExactly("sweep/a", "b");
    }

    @Test
    void settingsAreReadWithKeysJoinedByDots() throws IOException {
        Path a = training("a");
        Files.writeString(directory.resolve("a.undertaking.json"), """
                {"table": "data/t@3", "selection": "", "model": {"kind": "dense", "layers": [64, 64]},
                 "train": {"learningRate": 0.002, "outer": {"method": "DILOCO", "rate": null}}}
                """);

        assertThat(read(a).get(0).settings())
                .isEqualTo(Map.of(
                        "table", "data/t@3",
                        "selection", "",
                        "model.kind", "dense",
                        "model.layers", "[64,64]",
                        "train.learningRate", "0.002",
                        "train.outer.method", "DILOCO",
                        "train.outer.rate", "null"));
    }

    @Test
    void damagedSettingsAreNamed() throws IOException {
        Path a = training("a");
        Files.writeString(directory.resolve("a.undertaking.json"), "{\"table\": ");

        assertThatThrownBy(() -> read(a))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("a.undertaking.json': it is no JSON object of a training's settings");
    }

    @Test
    void whatIsNoRunIsNamed() throws IOException {
        Path a = training("a");
        Path nowhere = directory.resolve("nowhere");
        Path empty = Files.createDirectory(directory.resolve("empty"));

        assertThatThrownBy(() -> read(a, nowhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot read run '%s': neither '%s.rounds.jsonl' is there, nor a directory with such logs in it; name the checkpoint of a training that has begun"
                                .formatted(nowhere, nowhere));
        assertThatThrownBy(() -> read(empty)).hasMessageContaining("Cannot read run '%s'".formatted(empty));
    }

    @Test
    void aTrainingWhoseFirstRoundIsNotOverHasNone() throws IOException {
        Files.writeString(directory.resolve("a.rounds.jsonl"), "");

        assertThat(read(directory).get(0).rounds()).isEmpty();
    }

    @Test
    void aTrainingBeganSoManySecondsBeforeItsLogChangedAndEndedIfThereIsACheckpoint() throws IOException {
        Path a = training("a");
        Instant last = Instant.parse("2026-01-02T03:04:05Z");
        Files.setLastModifiedTime(RoundFile.of(a).file(), FileTime.from(last));

        LoggedRun running = Runs.at(List.of(a.toString())).logged().get(0);
        assertThat(running.begun()).isEqualTo(last.minus(Duration.ofMillis(8400)));
        assertThat(running.ended()).isEmpty();

        Files.createDirectory(a);
        assertThat(Runs.at(List.of(a.toString())).logged().get(0).ended()).contains(last);
    }
}
