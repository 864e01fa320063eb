package io.cradle.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Files that appear whole or not at all. */
final class Output {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Output() {}

    /** Writes text in UTF-8; directories are made, a file that is there is replaced. */
    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes; directories are made, a file that is there is replaced. */
    static void write(Path file, byte[] content) {
        write(file, target -> target.write(content));
    }

    /** Writes what a file holds. */
    interface Content {
        void write(OutputStream target) throws IOException;
    }

    /** Writes a file bit by bit; directories are made, a file that is there is replaced. */
    static void write(Path file, Content content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // Not a temporary file, which nobody else may read.
            Path part = file.toAbsolutePath().resolveSibling(".%s-%s".formatted(file.getFileName(), UUID.randomUUID()));
            try {
                try (OutputStream target = Files.newOutputStream(part)) {
                    content.write(target);
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "Cannot write '%s': %s; choose a place that can be written".formatted(file, failed), failed);
        }
    }

    /** Fills a directory that appears whole or not at all; where there is one already, file by file. */
    static void directory(Path target, Consumer<Path> writer) {
        Path whole = target.toAbsolutePath().normalize();
        Path draft = whole.resolveSibling(".%s-%s".formatted(whole.getFileName(), UUID.randomUUID()));
        try {
            Files.createDirectories(draft);
            writer.accept(draft);
            if (Files.exists(whole)) {
                moveEach(draft, whole);
            } else {
                Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "Cannot write '%s': %s; choose a place that can be written".formatted(target, failed), failed);
        } finally {
            remove(draft);
        }
    }

    /** Removes a directory unless something is in it. */
    static void removeIfEmpty(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isEmpty()) {
                Files.delete(directory);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot remove '%s': %s".formatted(directory, failed), failed);
        }
    }

    private static void remove(Path draft) {
        try (Stream<Path> files = Files.exists(draft) ? Files.walk(draft) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot remove '%s': %s".formatted(draft, failed), failed);
        }
    }

    private static void moveEach(Path draft, Path whole) throws IOException {
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.sorted().toList()) {
                Files.move(file, whole.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** One JSON object on one line. */
    static String line(Object value) {
        return json(value, JSON.writer().without(SerializationFeature.INDENT_OUTPUT));
    }

    /** One JSON object, indented. */
    static String json(Object value) {
        return json(value, JSON.writer());
    }

    private static String json(Object value, ObjectWriter writer) {
        try {
            return writer.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
