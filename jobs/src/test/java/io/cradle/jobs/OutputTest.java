package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir
    Path directory;

    private static void fill(Path draft) {
        Output.write(draft.resolve("a.txt"), "a");
        Output.write(draft.resolve("b.txt"), "b");
    }

    private long entries() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    @Test
    void aDirectoryIsNotSeenBeforeItIsWhole() throws IOException {
        Path report = directory.resolve("report");

        Output.directory(report, draft -> {
            fill(draft);
            assertThat(report).doesNotExist();
        });

        assertThat(report.resolve("a.txt")).hasContent("a");
        assertThat(report.resolve("b.txt")).hasContent("b");
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void ofADirectoryThatCouldNotBeFilledNothingIsLeft() throws IOException {
        assertThatThrownBy(() -> Output.directory(directory.resolve("report"), draft -> {
                    fill(draft);
                    throw new IllegalStateException("no more");
                }))
                .hasMessage("no more");

        assertThat(entries()).isZero();
    }

    @Test
    void whatLiesInADirectoryStaysBesideWhatIsPutThere() throws IOException {
        Path run = Files.createDirectory(directory.resolve("run"));
        Files.writeString(run.resolve("table"), "kept");
        Files.writeString(run.resolve("a.txt"), "old");

        Output.directory(run, OutputTest::fill);

        assertThat(run.resolve("table")).hasContent("kept");
        assertThat(run.resolve("a.txt")).hasContent("a");
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void filesMayBeReadByWhoeverMayReadOtherFiles() throws IOException {
        Path usual = Files.writeString(directory.resolve("usual"), "x");
        Path written = directory.resolve("written");

        Output.write(written, "x");

        assertThat(Files.getPosixFilePermissions(written)).isEqualTo(Files.getPosixFilePermissions(usual));
    }
}
