package io.cradle.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {
    @Test
    void processEndsWhenItsInputEnds(@TempDir Path directory) throws IOException, InterruptedException {
        Path jar = ClassJar.write(directory.resolve("leash.jar"), Leash.class, SleepingProbe.class);
        Process sleeper = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        jar.toString(),
                        Leash.class.getName(),
                        SleepingProbe.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(sleeper.inputReader().readLine()).isEqualTo("{\"asleep\": true}");
            assertThat(sleeper.isAlive()).isTrue();
            sleeper.getOutputStream().close();
            assertThat(sleeper.waitFor(10, TimeUnit.SECONDS)).as("ended").isTrue();
            assertThat(sleeper.exitValue()).isEqualTo(1);
        } finally {
            sleeper.destroyForcibly();
        }
    }
}
