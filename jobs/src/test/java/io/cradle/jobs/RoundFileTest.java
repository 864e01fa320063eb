package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.jobs.report.Trainings;
import io.cradle.training.spark.RoundLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundFileTest {
    private static final List<RoundLog> ROUNDS = Trainings.rounds(6, 9, 0.1, 1);

    @TempDir
    Path directory;

    private RoundFile written() {
        RoundFile file = RoundFile.of(directory.resolve("model"));
        ROUNDS.forEach(file::add);
        return file;
    }

    @Test
    void everyFieldOfARoundIsReadBack() {
        assertThat(written().read()).isEqualTo(ROUNDS);
    }

    @Test
    void cutItKeepsWhatComesBeforeARoundThoughItsFirstIsNotTheFirstOfAll() {
        RoundFile fork = RoundFile.of(directory.resolve("fork"));
        ROUNDS.subList(2, 6).forEach(fork::add);
        fork.cut(4);
        assertThat(fork.read()).isEqualTo(ROUNDS.subList(2, 4));
        fork.cut(0);
        assertThat(fork.read()).isEmpty();
        assertThat(fork.exists()).isTrue();
    }

    @Test
    void aTrainingBegunAnewDoesNotReadADamagedLog() throws IOException {
        RoundFile file = RoundFile.of(directory.resolve("model"));
        Files.writeString(file.file(), "nonsense\n");
        file.cut(0);
        assertThat(file.read()).isEmpty();
    }

    @Test
    void noLogIsNoRound() {
        assertThat(RoundFile.of(directory.resolve("nowhere")).read()).isEmpty();
    }

    @Test
    void wherevertheLastLineIsCutTheRoundsBeforeItAreRead() throws IOException {
        RoundFile file = written();
        String text = Files.readString(file.file());
        int last = text.lastIndexOf('\n', text.length() - 2) + 1;
        for (int cut = last; cut < text.length() - 1; cut++) {
            Files.writeString(file.file(), text.substring(0, cut));
            assertThat(file.read()).as("cut at %d", cut).isEqualTo(ROUNDS.subList(0, 5));
        }
        Files.writeString(file.file(), text.stripTrailing());
        assertThat(file.read()).as("the line feed alone is missing").isEqualTo(ROUNDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"round\":2,\"sto", "", "null", "{}", "\u0000\u0000\u0000"})
    void aDamagedLineIsNamed(String damage) throws IOException {
        RoundFile file = written();
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(file.file()));
        lines.set(2, damage);
        Files.writeString(file.file(), String.join("\n", lines) + "\n");

        assertThatThrownBy(file::read)
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("model.rounds.jsonl': line 3 is no round of a training")
                .hasMessageEndingWith("; remove the line, or train anew");
    }

    @Test
    void aDamagedLastLineThatIsWholeIsNamedToo() throws IOException {
        RoundFile file = written();
        Files.writeString(file.file(), "{\"round\":6\n", java.nio.file.StandardOpenOption.APPEND);

        assertThatThrownBy(file::read).hasMessageContaining("line 7 is no round");
    }

    @Test
    void aLogOfOldIsRead() throws IOException {
        RoundFile file = RoundFile.of(directory.resolve("old"));
        Files.writeString(
                file.file(),
                "{\"round\":0,\"examples\":320,\"loss\":50.5,\"seconds\":1.5,\"executors\":{\"driver\":320},\"learningRate\":0.002}\n");

        RoundLog round = file.read().get(0);

        assertThat(round.loss()).isEqualTo(50.5);
        assertThat(round.agreement()).isNull();
        assertThat(round.validation()).isNull();
        assertThat(round.cost()).isNull();
    }
}
