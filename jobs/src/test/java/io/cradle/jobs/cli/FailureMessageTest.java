package io.cradle.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class FailureMessageTest {
    private static final String ABORTED =
            "Job aborted due to stage failure: Task 3 in stage 1.0 failed 4 times, most recent failure: Lost task 3.3 in stage 1.0 (TID 9) (10.0.0.7 executor 1): ";

    @Test
    void ownMessagesAreFoundBelowSparks() {
        Throwable wrapped = new SparkException(
                "Job aborted", new ExecutionException(new IllegalArgumentException("Cannot do it: x; do y")));
        assertThat(FailureMessage.of(wrapped)).isEqualTo("Cannot do it: x; do y");
    }

    @Test
    void theOutermostOfOwnMessagesIsTaken() {
        Throwable wrapped = new CorruptDataException("a.csv", "no column", new IllegalArgumentException("inner"));
        assertThat(FailureMessage.of(new RuntimeException(wrapped))).isEqualTo("Cannot read 'a.csv': no column");
    }

    @Test
    void aDataFileThatIsDamagedOrGoneIsNamed() {
        assertThat(
                        FailureMessage.of(
                                new SparkException(
                                        ABORTED
                                                + "org.apache.hadoop.fs.ChecksumException: Checksum error: file:/data/my table/part-0.zstd.parquet at 2560 exp: -1 got: 1\n\tat a.B")))
                .isEqualTo(
                        "Cannot read '/data/my table/part-0.zstd.parquet': the data file is damaged or gone; restore it, or build the table anew");
        assertThat(
                        FailureMessage.of(
                                new SparkException(
                                        ABORTED
                                                + "org.apache.spark.SparkFileNotFoundException: File file:/data/t/part-0.parquet does not exist\nIt is possible")))
                .isEqualTo(
                        "Cannot read '/data/t/part-0.parquet': the data file is damaged or gone; restore it, or build the table anew");
    }

    @Test
    void whatATaskThrewIsReadFromTheText() {
        Throwable lost = new SparkException(
                ABORTED
                        + "java.lang.RuntimeException: java.util.concurrent.ExecutionException\n\tat a.B.c(B.java:1)\n"
                        + "Caused by: io.cradle.dataset.episode.CorruptDataException: Cannot read 'a': b; c\n\tat d.E\n\nDriver stacktrace:");
        assertThat(FailureMessage.of(lost)).isEqualTo("Cannot read 'a': b; c");
        assertThat(FailureMessage.of(new SparkException(
                        ABORTED + "java.lang.IllegalArgumentException: Cannot x 'y': z\n\tat a.B.c(B.java:1)")))
                .isEqualTo("Cannot x 'y': z");
    }

    @Test
    void aFullDiskIsNamed() {
        Throwable full = new UncheckedIOException(new IOException("No space left on device"));
        assertThat(FailureMessage.of(new SparkException("Job aborted", full)))
                .isEqualTo("Cannot write: the disk is full; free some space, or name another --out, and run again");
    }

    @Test
    void missingPermissionIsNamed() {
        String expected = "Cannot open '/a/b': permission denied; change its permissions, or name another path";
        assertThat(FailureMessage.of(new UncheckedIOException(new AccessDeniedException("/a/b"))))
                .isEqualTo(expected);
        assertThat(FailureMessage.of(new FileNotFoundException("/a/b (Permission denied)")))
                .isEqualTo(expected);
    }

    @Test
    void usedUpMemoryIsNamed() {
        assertThat(FailureMessage.of(new SparkException(ABORTED + "java.lang.OutOfMemoryError: Java heap space")))
                .isEqualTo("Cannot go on: memory is used up; give the process more, such as CRADLE_HEAP=8g");
    }

    @Test
    void troubleWithFilesIsNamed() {
        assertThat(FailureMessage.of(new UncheckedIOException(new NoSuchFileException("/a/b"))))
                .isEqualTo("Cannot read '/a/b': there is no such file; check the path");
        assertThat(FailureMessage.of(new UncheckedIOException(new EOFException("after 3 bytes"))))
                .isEqualTo("Cannot read or write: EOFException: after 3 bytes; check the path and the disk");
    }

    @Test
    void theUnexpectedIsSaidToBeSo() {
        assertThat(FailureMessage.of(new RuntimeException(new IllegalStateException("odd\nand more"))))
                .isEqualTo(
                        "Cannot finish: unexpected IllegalStateException: odd; run again with --verbose for the stack trace");
    }
}
