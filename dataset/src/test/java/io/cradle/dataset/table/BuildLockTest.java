package io.cradle.dataset.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLockTest {
    @TempDir
    Path folder;

    @Test
    void oneBuildFollowsAnother() {
        AtomicInteger builds = new AtomicInteger();
        BuildLock.during(folder.resolve("t"), builds::incrementAndGet);
        BuildLock.during(folder.resolve("t"), builds::incrementAndGet);

        assertThat(builds).hasValue(2);
    }

    @Test
    void anotherProcessHoldsTheLockUntilItIsKilled() throws Exception {
        Process other = new ProcessBuilder(command(folder)).start();
        try {
            assertThat(firstLine(other)).isEqualTo("locked");
            assertThatThrownBy(() -> BuildLock.during(folder, () -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "another build holds the lock '%s'".formatted(folder.resolve(BuildLock.FILE)));
        } finally {
            other.destroyForcibly().waitFor();
        }
        AtomicInteger builds = new AtomicInteger();
        BuildLock.during(folder, builds::incrementAndGet);

        assertThat(builds).hasValue(1);
        assertThat(folder.resolve(BuildLock.FILE))
                .content()
                .isEqualTo("process %d\n".formatted(ProcessHandle.current().pid()));
    }

    private static String firstLine(Process process) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            return lines.readLine();
        }
    }

    private static List<String> command(Path folder) throws URISyntaxException {
        String classes = place(BuildLock.class) + File.pathSeparator + place(BuildLockTest.class);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-cp", classes, Holder.class.getName(), folder.toString());
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Another process: takes the lock and never lets go. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) {
            BuildLock.during(Path.of(args[0]), () -> {
                System.out.println("locked");
                waitForever();
            });
        }

        private static void waitForever() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
