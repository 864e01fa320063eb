package io.cradle.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.cradle.jobs.report.Round;
import io.cradle.training.spark.RoundLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The log of a training, one JSON line a round, written while it goes on: {@code <checkpoint>.rounds.jsonl}.
 *
 * @param file beside the checkpoint
 */
record RoundFile(Path file) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    /** The log that belongs to a checkpoint. */
    static RoundFile of(Path checkpoint) {
        return new RoundFile(checkpoint.resolveSibling(checkpoint.getFileName() + ".rounds.jsonl"));
    }

    /** Adds a round; the first begins the log anew. */
    void add(RoundLog round) {
        try {
            if (round.round() == 0) {
                Output.write(file, "");
            }
            Files.writeString(file, JSON.writeValueAsString(round) + "\n", StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write '%s': %s".formatted(file, failed), failed);
        }
    }

    /** Forgets what came after so many rounds: a training goes on from there. */
    void cut(int rounds) {
        try {
            if (Files.exists(file)) {
                String kept = Files.readAllLines(file).stream()
                        .limit(rounds)
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
                Output.write(file, kept);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(file, failed), failed);
        }
    }

    /** The rounds as the report shows them; none if there is no log. */
    List<Round> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream().map(RoundFile::round).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(file, failed), failed);
        }
    }

    private static OptionalDouble validation(RoundLog log) {
        return log.validation() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(log.validation().after());
    }

    private static Round round(String line) {
        try {
            RoundLog log = JSON.readValue(line, RoundLog.class);
            return new Round(log.round() + 1, log.loss(), validation(log), log.seconds(), log.executors());
        } catch (IOException broken) {
            throw new IllegalArgumentException(
                    "Cannot read round '%s': it is no line of a training log".formatted(line), broken);
        }
    }
}
