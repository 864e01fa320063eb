package io.cradle.training.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.model.Checkpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that docs/models.md shows does what it says. */
class DreamExampleTest {
    @TempDir
    Path folder;

    @Test
    void plainJavaDreams64Worlds() throws IOException, InterruptedException {
        Path checkpoint = folder.resolve("checkpoint");
        Checkpoints.of(1, Checkpoints.ORIGIN).save(checkpoint);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Path.of("..", "docs", "examples", "Dream.java").toString(),
                        checkpoint.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said).contains("lcd").contains("64");
    }
}
