package io.cradle.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a JVM makes of the code, the bits are the same. */
@Timeout(120)
class CompilersTest {
    private static final List<String> WORLDS = List.of("luxocube", "object2", "urchinball");

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation", "-XX:UseAVX=0"})
    void episodesAreTheSameBitForBit(String option) throws IOException, InterruptedException {
        assertThat(hashes(option))
                .containsExactlyElementsOf(WORLDS.stream().map(Hashes::of).toList());
    }

    private static List<String> hashes(String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Arrays.asList(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                Hashes.class.getName()));
        command.addAll(WORLDS);
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().toList();
    }
}
