package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are damaged, foreign or too new: one line that says so, and everything as it was. */
class BadInputIT {
    @TempDir
    Path directory;

    private Path table;
    private Path selection;

    @BeforeEach
    void generate() throws IOException {
        table = directory.resolve("table");
        selection = directory.resolve("selection");
        succeed("generate", "--world", "Bounce", "--episodes", 8, "--set", "rollout.partitions=2", "--out", table);
        // Hadoop's own checksums would find the damage first.
        try (Stream<Path> files = Files.walk(table)) {
            files.filter(file -> file.toString().endsWith(".crc")).toList().forEach(BadInputIT::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every command that reads a table says the same; nothing appears, and nothing of the table changes. */
    private void allRefuse(Path input, String... says) throws IOException {
        Map<String, String> before = content(directory);
        for (List<Object> words : List.<List<Object>>of(
                List.of("describe", input),
                List.of("statistics", input),
                List.of("curate", input, "--out", selection),
                List.of("card", input, "--out", directory.resolve("card")),
                List.of("verify", input, "--all"))) {
            String said = Terminal.fail(1, words.toArray());
            assertThat(said).as("%s", words).contains(says).doesNotContain("\n");
        }
        assertThat(content(directory)).isEqualTo(before);
    }

    /** Digest of every file; locks and the directories of what was not written are nothing. */
    private static Map<String, String> content(Path directory) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("_cradle.lock"))
                    .forEach(file -> digests.put(file.toString(), digest(file)));
        }
        return digests;
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | java.security.NoSuchAlgorithmException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Path dataFile() {
        return Path.of(succeed("files", table).lines().findFirst().orElseThrow());
    }

    @Test
    void aFileThatIsCutShortIsNamed() throws IOException {
        Path file = dataFile();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));

        allRefuse(table, "Cannot read '%s'".formatted(file));
    }

    @Test
    void aFlippedByteIsNamed() throws IOException {
        Path file = dataFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 6] ^= 4; // among the pages: most of so small a file is its footer, which has no checksum
        Files.write(file, bytes);

        allRefuse(table, "Cannot read '%s'".formatted(file));
    }

    @Test
    void aFolderOfParquetFilesIsNoTable() throws IOException {
        Path foreign = Files.createDirectory(directory.resolve("foreign"));
        Files.copy(dataFile(), foreign.resolve("part-00000.parquet"));

        allRefuse(
                foreign,
                "Cannot read table '%s': it has no _delta_log; name a directory that 'cradle generate' or 'cradle ingest' wrote"
                        .formatted(foreign));
    }

    @Test
    void aTableOfANewerFormatAsksForANewerCradle() throws IOException {
        rewriteLog("episodes/1", "episodes/2");

        allRefuse(
                table,
                "Cannot read table '%s': it is a table of episodes of format 2, known is 1; use a newer cradle"
                        .formatted(table));
    }

    @Test
    void aTableWhoseTensorsAreOfANewerFormatAsksForANewerCradle() throws IOException {
        rewriteLog("format(\\\\+\"):1", "format$1:2");

        allRefuse(
                table,
                "Cannot read '%s': its tensors are described in format 2, known is 1; use a newer cradle"
                        .formatted(table));
    }

    private void rewriteLog(String from, String to) throws IOException {
        Path log = table.resolve("_delta_log/00000000000000000000.json");
        String text = Files.readString(log);
        String changed = text.replaceAll(from, to);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(log, changed);
    }
}
