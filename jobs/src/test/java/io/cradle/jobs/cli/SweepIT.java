package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.fail;
import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.model.Checkpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many trainings at once, and one that goes off from another. */
class SweepIT {
    @TempDir
    Path directory;

    private Object[] words(String command, Path out, Object... more) {
        List<Object> words = new ArrayList<>(List.of(command, directory.resolve("table"), "--profile", "smoke"));
        words.addAll(List.of("--set", "train.rounds=12", "--set", "train.watch.rounds=1", "--out", out));
        words.addAll(List.of(more));
        return words.toArray();
    }

    @Test
    void aSweepStopsTheWorstAndItsBestIsWhatTrainingItAloneGives() throws Exception {
        succeed("generate", "--world", "Bounce", "--episodes", 60, "--out", directory.resolve("table"));
        Path out = directory.resolve("sweep");
        Object[] sweep = words(
                "sweep",
                out,
                "--grid",
                "train.learningRate=[0.00001, 0.01, 10000]",
                "--rungs",
                "0.3,0.6",
                "--at-once",
                2);
        String said = succeed(sweep);

        assertThat(said)
                .contains("After 0.3 of the training: 2 of 3 go on", "After 0.6 of the training: 1 of 2 go on")
                .contains("Best: " + out.resolve("002-learningRate=0.01"));
        assertThat(out.resolve("003-learningRate=10000.failed.txt")).exists();
        assertThat(out.resolve("001-learningRate=0.00001")).doesNotExist();
        succeed(words("train", directory.resolve("alone"), "--set", "train.learningRate=0.01"));
        assertThat(Checkpoint.load(out.resolve("002-learningRate=0.01")).digest())
                .isEqualTo(Checkpoint.load(directory.resolve("alone")).digest());

        assertThat(succeed(sweep)).contains("Best: " + out.resolve("002-learningRate=0.01"));
        assertThat(fail(1, words("sweep", out, "--grid", "train.learningRate=[0.01]")))
                .contains("Cannot go on with the sweep in '%s'".formatted(out), "name another --out");
    }

    @Test
    void aForkGoesOnFromACheckpointOrAStateWithOtherSettings() throws Exception {
        succeed("generate", "--world", "Bounce", "--episodes", 60, "--out", directory.resolve("table"));
        Path base = directory.resolve("base");
        succeed(words("train", base));
        Path longer = directory.resolve("longer");
        succeed(words(
                "train", longer, "--fork", base, "--set", "train.rounds=20", "--set", "train.learningRate=0.001"));

        Path odd = directory.resolve("odd");
        succeed(words("train", odd, "--fork", base, "--set", "train.rounds=7", "--set", "train.localSteps=10"));
        assertThat(Checkpoint.load(odd).facts().iterations())
                .as("48 steps are no whole number of rounds of 10: the fork begins in the middle of one")
                .isEqualTo(70);
        assertThat(Files.readAllLines(directory.resolve("odd.rounds.jsonl"))).hasSize(3);

        Checkpoint fork = Checkpoint.load(longer);
        assertThat(fork.facts().iterations()).isEqualTo(20 * 4);
        assertThat(fork.facts().training().get("fork")).isEqualTo(base + " after 48 steps");
        assertThat(Files.readAllLines(directory.resolve("longer.rounds.jsonl"))).hasSize(8);
        assertThat(fail(1, words("train", directory.resolve("none"), "--fork", base)))
                .contains("Cannot fork '%s': it has 48 steps".formatted(base), "raise train.rounds");
        assertThat(fail(1, words("train", directory.resolve("none"), "--fork", base, "--set", "model.hidden=[7]")))
                .contains(
                        "Cannot fork '%s': its model is another one: model.hidden was ".formatted(base),
                        " and is [7]; use the same");
        assertThat(fail(1, words("train", directory.resolve("none"), "--set", "model.frames=500")))
                .contains("a window of model.frames=500; add longer episodes or lower model.frames");
        assertThat(directory).isDirectoryNotContaining("glob:**none*");
        Path urchins = directory.resolve("urchins");
        succeed("generate", "--world", "Urchin", "--episodes", 20, "--out", urchins);
        assertThat(fail(1, "train", urchins, "--profile", "smoke", "--out", directory.resolve("none"), "--fork", base))
                .contains("Cannot fork '%s': it has ".formatted(base), " and for this table a model has ");
        assertThat(fail(2, words("train", directory.resolve("none"), "--fork", base, "--resume")))
                .contains("mutually exclusive");
    }

    @Test
    void aTrainingThatDivergesNamesTheStateThatAForkMayGoOnFrom() throws Exception {
        succeed("generate", "--world", "Bounce", "--episodes", 60, "--out", directory.resolve("table"));
        Path wild = directory.resolve("wild");
        String said = fail(
                1,
                words(
                        "train",
                        wild,
                        "--set",
                        "train.keepRounds=1",
                        "--set",
                        "train.learningRate=10",
                        "--set",
                        "train.warmup=0.9", // so that it goes well at first
                        "--set",
                        "train.watch.divergence=6"));
        Path left = directory.resolve("wild.unfinished");
        assertThat(said).contains("Cannot train past round", "the loss of worker", "its last good state is '" + left);
        succeed(words("train", directory.resolve("tame"), "--fork", left, "--set", "train.watch.divergence=1000"));
        assertThat(Checkpoint.load(directory.resolve("tame")).facts().iterations())
                .isEqualTo(48);
    }
}
