package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.table.BuildLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is killed, and goes on. */
class KilledTrainingIT {
    private static final int ROUNDS = 40;

    @TempDir
    Path directory;

    private List<Object> train(Path out, Object... more) {
        List<Object> words = new ArrayList<>(List.of("train", directory.resolve("table"), "--profile", "smoke"));
        words.addAll(List.of("--set", "train.rounds=" + ROUNDS, "--set", "train.keepRounds=2"));
        words.addAll(List.of("--set", "train.outer.method=DILOCO", "--out", out));
        words.addAll(List.of(more));
        return words;
    }

    private static String digest(String said) {
        return said.lines()
                .filter(line -> line.startsWith("Checkpoint: "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTrainingThatIsKilledGoesOnToTheSameBitsThoughItsLastStateIsDamagedAndItsTableHasGrown() throws Exception {
        succeed("generate", "--world", "Bounce", "--episodes", 60, "--out", directory.resolve("table"));
        String never = digest(succeed(train(directory.resolve("never")).toArray()));
        Path out = directory.resolve("killed");
        Path rounds = directory.resolve("killed.rounds.jsonl");
        kill(out, rounds);
        Path left = directory.resolve("killed.unfinished");

        assertThat(out).doesNotExist();
        assertThat(Terminal.fail(1, train(out).toArray()))
                .contains("a training of it was interrupted", left.toString(), "add --resume");
        assertThat(Terminal.fail(
                        1, train(out, "--resume", "--set", "train.seed=9").toArray()))
                .contains("Cannot go on with '%s': it was begun otherwise: train.seed was 1 and is 9; use the same"
                        .formatted(left));
        damage(last(left));
        succeed("generate", "--world", "Bounce", "--episodes", 5, "--append", "--out", directory.resolve("table"));
        assertThat(digest(succeed(train(out, "--resume").toArray()))).isEqualTo(never);
        assertThat(Files.readAllLines(rounds))
                .hasSize(ROUNDS)
                .element(ROUNDS - 1)
                .asString()
                .contains("\"round\":" + (ROUNDS - 1));
        assertThat(left).doesNotExist();
        assertThat(Terminal.fail(1, train(directory.resolve("none"), "--resume").toArray()))
                .contains(
                        "none was interrupted there, or none after its first state (train.keepRounds); leave out --resume");
    }

    @Test
    void whileOneProcessTrainsACheckpointNoOtherDoes() {
        succeed("generate", "--world", "Bounce", "--episodes", 20, "--out", directory.resolve("table"));
        Path out = directory.resolve("taken");
        Path unfinished = directory.resolve("taken.unfinished");
        BuildLock.during(unfinished, "train in", () -> assertThat(
                        Terminal.fail(1, train(out).toArray()))
                .contains("Cannot train in '%s': another build holds the lock".formatted(unfinished)));
        assertThat(directory.resolve("taken.rounds.jsonl")).doesNotExist();
        succeed(train(out).toArray());
        assertThat(unfinished).doesNotExist();
    }

    /** Large enough that averages and states take a while. */
    private List<Object> large(Path out, Object... more) {
        List<Object> words = train(out, more);
        words.addAll(List.of("--set", "model.hidden=[700, 700]", "--set", "train.rounds=7"));
        words.addAll(List.of("--set", "train.keepRounds=1"));
        return words;
    }

    @Test
    @Tag("proof")
    void killedInsideARoundDuringTheAverageOrWhileWritingItEndsInTheSameBits() throws Exception {
        succeed("generate", "--world", "Bounce", "--episodes", 60, "--out", directory.resolve("table"));
        String never = digest(succeed(large(directory.resolve("never")).toArray()));
        for (String point : List.of(
                "RoundTask.call", "Mean.of", "OuterOptimizer.next", "TrainingState.write", "CheckpointFiles.save")) {
            Path out = directory.resolve(point);
            Process child = halting(out, point);
            assertThat(child.waitFor(120, TimeUnit.SECONDS)).as(point).isTrue();
            assertThat(child.exitValue())
                    .as(Files.readString(directory.resolve("child.log")))
                    .isEqualTo(FailPoint.EXIT);
            assertThat(digest(succeed(large(out, "--resume").toArray())))
                    .as(point)
                    .isEqualTo(never);
        }
    }

    private Process halting(Path out, String point) throws IOException {
        List<Object> words = large(out, "--set", "spark.extra.spark.extraListeners=" + StackFailPoint.class.getName());
        List<String> options = List.of(
                "-D" + StackFailPoint.METHOD + "=" + point,
                "-D" + StackFailPoint.FILE + "=" + out + ".rounds.jsonl",
                "-D" + StackFailPoint.LINES + "=4");
        return Child.start(directory.resolve("child.log"), options, words);
    }

    private static Path last(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    /** Kills a training when some rounds are over. */
    private void kill(Path out, Path rounds) throws Exception {
        List<Object> words = train(out);
        Path log = directory.resolve("child.log");
        Process child = Child.start(log, List.of(), words);
        while (!Files.exists(rounds) || Files.readAllLines(rounds).size() < 7) {
            assertThat(child.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(10);
        }
        child.destroyForcibly().waitFor();
    }
}
