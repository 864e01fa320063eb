package io.cradle.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on files that boxLCD wrote, and on files that are none. */
class FidelityTest {
    private static final Path COMMITTED = Path.of("src", "test", "resources", "reference");
    private static final Path ALL = Path.of("..", "..", "shared", "reference", "boxlcd");

    @TempDir
    Path directory;

    /** Sixteen rollouts a world; a difference would be one of the port, not of chaos, which keeps within the targets. */
    @Test
    void allTargetsAreMetOnTheWholeReference() {
        assumeTrue(Files.exists(ALL), () -> "Skipped: there is no " + ALL);
        String table = Terminal.succeed("fidelity", "--reference", ALL);
        assertThat(table.lines().skip(2)).hasSize(10).allMatch(line -> line.contains("| met"));
        assertThat(table).containsPattern("\\| Bounce +\\| +16 \\| 50.0 of 50, ≥ 50.0 \\| +0 of 800 \\|");
    }

    @Test
    void framesAndFirstStepsAgreeOnWhatIsCommitted() {
        String table = Terminal.type("fidelity", "--reference", COMMITTED).out();
        assertThat(table).containsPattern("\\| Bounce +\\| +2 \\| 50.0 of 50, ≥ 50.0 \\| +0 of 100 \\|.*met");
        assertThat(table).containsPattern("\\| Urchin +\\| +2 \\| 9[0-9.]+ of 100, ≥ 90.0 \\| +0 of 200 \\|");
    }

    @Test
    void fewerIterationsAreOtherPhysicsAndMissTheTargets() throws IOException {
        copy("Urchin");
        assertThat(Terminal.fail(1, "fidelity", "--reference", directory, "--set", "rollout.solver=GAME"))
                .contains(
                        "Cannot confirm fidelity: Urchin: steps until 1 %: ",
                        "at least 90.0 is asked", "docs/fidelity.md");
    }

    @Test
    void filesThatAreNoReferenceAreRefusedInOneLine() throws IOException {
        refused("it has no file WORLD.npz");
        Path bounce = copy("Bounce");
        byte[] whole = Files.readAllBytes(bounce);
        Files.write(bounce, Arrays.copyOf(whole, whole.length / 2));
        refused("Bounce.npz': it is no complete npz archive");
        Files.writeString(bounce, "no archive");
        refused("Bounce.npz': it is no complete npz archive");
        Files.write(bounce, whole);
        Files.move(bounce, directory.resolve("Dropbox.npz"));
        refused("Dropbox.npz': body 'object0' of rollout 0 is a circle, in the world's file it has the shapes");
        Files.move(directory.resolve("Dropbox.npz"), directory.resolve("Urchin.npz"));
        refused("Urchin.npz': it has the bodies [object0], world 'Urchin' has [urchin0:root");
        Files.move(directory.resolve("Urchin.npz"), directory.resolve("Moon.npz"));
        refused("Cannot find world 'Moon'");
        Files.move(directory.resolve("Moon.npz"), directory.resolve("Ramp.npz"));
        refused("Cannot find compat 'boxlcd' of world 'Ramp': it has none");
        assertThat(Terminal.fail(1, "fidelity", "--reference", directory.resolve("none")))
                .contains("Cannot read directory", "there is nothing at");
    }

    private void refused(String says) {
        assertThat(Terminal.fail(1, "fidelity", "--reference", directory)).contains(says);
    }

    private Path copy(String world) throws IOException {
        return Files.copy(COMMITTED.resolve(world + ".npz"), directory.resolve(world + ".npz"));
    }
}
