package io.cradle.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.training.spark.RoundLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The log of a training, one JSON line a round, written while it goes on: {@code <checkpoint>.rounds.jsonl}.
 *
 * @param file beside the checkpoint
 */
record RoundFile(Path file) {
    /** What a log's name has after that of its checkpoint. */
    static final String END = ".rounds.jsonl";

    private static final int SHOWN = 80;
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    /** The log that belongs to a checkpoint. */
    static RoundFile of(Path checkpoint) {
        return new RoundFile(checkpoint.resolveSibling(checkpoint.getFileName() + END));
    }

    /** Adds a round; a training that begins, or goes on, calls {@link #cut} first. */
    void add(RoundLog round) {
        try {
            Files.writeString(file, line(round), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "Cannot write '%s': %s; choose a place that can be written".formatted(file, failed), failed);
        }
    }

    /** Begins the log with those of its rounds that come before this one: a training goes on from there. */
    void cut(int round) {
        String kept = (round == 0 ? List.<RoundLog>of() : read())
                .stream()
                        .filter(log -> log.round() < round)
                        .map(RoundFile::line)
                        .collect(Collectors.joining());
        Output.write(file, kept);
    }

    private static String line(RoundLog round) {
        try {
            return JSON.writeValueAsString(round) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The rounds; none if there is no log. A last line that is still being written is passed over. */
    List<RoundLog> read() {
        String text = exists() ? text() : "";
        List<String> lines = text.lines().toList();
        List<RoundLog> rounds = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<RoundLog> round = round(lines.get(i));
            if (round.isEmpty() && (i < lines.size() - 1 || text.endsWith("\n"))) {
                throw new CorruptDataException(
                        file.toString(),
                        "line %d is no round of a training: %s; remove the line, or train anew"
                                .formatted(i + 1, shown(lines.get(i))));
            }
            round.ifPresent(rounds::add);
        }
        return rounds;
    }

    private static String shown(String line) {
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    private String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(file, failed), failed);
        }
    }

    /** Bits a frame on VAL as they were first measured when each worker had fitted so many minibatches or more, if they were. */
    OptionalDouble validation(int steps) {
        return read().stream()
                .filter(log -> log.steps() >= steps && log.validation() != null)
                .mapToDouble(log -> log.validation().after())
                .findFirst();
    }

    private static Optional<RoundLog> round(String line) {
        try {
            return Optional.ofNullable(JSON.readValue(line, RoundLog.class));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }
}
