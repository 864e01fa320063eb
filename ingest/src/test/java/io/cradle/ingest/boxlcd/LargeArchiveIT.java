package io.cradle.ingest.boxlcd;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.ingest.npz.NpyArrays;
import io.cradle.ingest.npz.NpyType;
import io.cradle.ingest.source.RecordingFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads 200 MB of arrays in a JVM that has 24 MB. */
class LargeArchiveIT {
    private static final int ROLLOUTS = 2_000;
    private static final int STEPS = 200;

    @TempDir
    private Path scratch;

    @Test
    void anArchiveIsReadInAFractionOfItsSize() throws IOException, InterruptedException {
        Path file = Archives.write(
                scratch.resolve("Large-2000.npz"),
                Map.of(
                        "lcd", NpyArrays.head(1, NpyType.BOOL, List.of(ROLLOUTS, STEPS, 16, 32)),
                        "action", NpyArrays.head(1, NpyType.F32, List.of(ROLLOUTS, STEPS, 1))),
                Map.of("lcd", 512L * ROLLOUTS * STEPS, "action", 4L * ROLLOUTS * STEPS));
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Counter.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(output.strip()).isEqualTo("2000 episodes");
        } finally {
            reader.destroyForcibly();
        }
    }

    /** Counts the episodes of a file, in a JVM of its own. */
    static final class Counter {
        private Counter() {}

        public static void main(String[] arguments) {
            BoxLcdSource source = BoxLcdSource.of(RecordingFiles.find(Path.of(arguments[0]), ".npz"), "");
            try (Stream<Episode> episodes = source.read(source.recordings().get(0))) {
                System.out.printf(
                        "%d episodes%n", episodes.filter(Counter::hasInk).count());
            }
        }

        /** Zeros are ink. */
        private static boolean hasInk(Episode episode) {
            return episode.provenance().world().equals("Large")
                    && episode.require(Layout.FRAME).bit(STEPS - 1, 16 * 32 - 1);
        }
    }
}
