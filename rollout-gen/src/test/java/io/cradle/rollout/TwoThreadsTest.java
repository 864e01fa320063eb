package io.cradle.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In JVMs of their own and without a compiler, whose inlining hides the fault most of the time. */
@Timeout(120)
class TwoThreadsTest {
    private static final Pattern DIFFERING = Pattern.compile("differing: (\\d+) of (\\d+)");

    @Test
    void threadsThatShareTheLibraryCorruptEachOther() throws Exception {
        assertThat(differing("shared")).isPositive();
    }

    @Test
    void threadsWithCopiesOfItDoNot() throws Exception {
        assertThat(differing("own")).isZero();
    }

    private static int differing(String engines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwoThreads.class.getName(),
                        engines)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        Matcher differing = DIFFERING.matcher(said);
        assertThat(differing.find()).as(said).isTrue();
        System.out.printf("Two threads, %s jbox2d: %s%n", engines, said.strip());
        return Integer.parseInt(differing.group(1));
    }
}
