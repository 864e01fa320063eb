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

    /** Adds a round, after {@link #cut}. */
    void add(RoundLog round) {
        try {
            Files.writeString(file, JSON.writeValueAsString(round) + "\n", StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write '%s': %s".formatted(file, failed), failed);
        }
    }

    /** Begins the log with so many rounds of the one that is there: a training goes on from there. */
    void cut(int rounds) {
        try {
            List<String> there = Files.exists(file) ? Files.readAllLines(file) : List.of();
            Output.write(
                    file, there.stream().limit(rounds).map(line -> line + "\n").collect(Collectors.joining()));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(file, failed), failed);
        }
    }

    /** The rounds as the report shows them; none if there is no log. */
    List<Round> read() {
        return logs().stream().map(RoundFile::round).toList();
    }

    /** None if there is no log. */
    private List<RoundLog> logs() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream().map(RoundFile::log).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(file, failed), failed);
        }
    }

    /** Bits a frame on VAL as they were first measured when each worker had fitted so many minibatches or more, if they were. */
    OptionalDouble validation(int steps) {
        return logs().stream()
                .filter(log -> log.steps() >= steps && log.validation() != null)
                .mapToDouble(log -> log.validation().after())
                .findFirst();
    }

    private static OptionalDouble validation(RoundLog log) {
        return log.validation() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(log.validation().after());
    }

    private static Round round(RoundLog log) {
        return new Round(log.round() + 1, log.loss(), validation(log), log.seconds(), log.executors());
    }

    private static RoundLog log(String line) {
        try {
            return JSON.readValue(line, RoundLog.class);
        } catch (IOException broken) {
            throw new IllegalArgumentException(
                    "Cannot read round '%s': it is no line of a training log".formatted(line), broken);
        }
    }
}
