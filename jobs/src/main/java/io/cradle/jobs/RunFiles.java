package io.cradle.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.jobs.mlflow.LoggedRun;
import io.cradle.jobs.report.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a training leaves, and has left so far: a log of rounds, and what it was asked.
 *
 * @param checkpoint where it is, or will be
 */
record RunFiles(Path checkpoint) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS = 1e3;

    private RoundFile log() {
        return RoundFile.of(checkpoint);
    }

    boolean exist() {
        return log().exists();
    }

    TrainingRun read(String name) {
        return new TrainingRun(name, settings(), log().read());
    }

    /** With when it was; the log's last change is taken for the end of the last round. */
    LoggedRun logged(String name) {
        TrainingRun run = read(name);
        Instant last = changed(log().file());
        return new LoggedRun(
                run,
                last.minus(Duration.ofMillis(Math.round(MILLIS * run.seconds()))),
                Files.exists(checkpoint) ? Optional.of(last) : Optional.empty());
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(file, failed), failed);
        }
    }

    /** What it was asked, keys joined by dots; empty where nobody wrote that down. */
    private SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        Path file = checkpoint.resolveSibling(checkpoint.getFileName() + ".undertaking.json");
        if (Files.exists(file)) {
            flatten("", tree(file), settings);
        }
        return settings;
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException broken) {
            throw new CorruptDataException(
                    file.toString(), "it is no JSON object of a training's settings; remove it", broken);
        }
    }

    private static void flatten(String key, JsonNode value, SortedMap<String, String> settings) {
        if (value.isObject()) {
            value.fields()
                    .forEachRemaining(field -> flatten(
                            key.isEmpty() ? field.getKey() : key + "." + field.getKey(), field.getValue(), settings));
        } else if (!key.isEmpty()) {
            settings.put(key, value.isTextual() ? value.textValue() : value.toString());
        }
    }
}
