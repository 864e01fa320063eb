package io.cradle.jobs;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.table.BuildLock;
import io.cradle.training.spark.TrainingState;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed training goes on from: the directory {@code <checkpoint>.unfinished} with a file for each of the last rounds that were kept.
 *
 * @param checkpoint that is trained
 */
record States(Path checkpoint) {
    /** How the name of the directory ends. */
    static final String DIRECTORY = ".unfinished";

    private static final String END = ".state";
    private static final Logger LOG = LoggerFactory.getLogger(States.class);

    /** Refuses to begin anew by mistake what was interrupted. */
    void requireNone() {
        if (!files().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot train '%s' anew: a training of it was interrupted and lies in '%s'; add --resume to go on with it, or remove that directory"
                            .formatted(checkpoint, directory()));
        }
    }

    boolean isEmpty() {
        return files().isEmpty();
    }

    /** The file of the last, of at least one. */
    Path last() {
        List<Path> kept = files();
        return kept.get(kept.size() - 1);
    }

    /** Where they lie. */
    Path directory() {
        return checkpoint.resolveSibling(checkpoint.getFileName() + DIRECTORY);
    }

    /** Keeps a state, and of those before it as many as make {@code last} in all. */
    void keep(TrainingState state, int last) {
        Output.write(directory().resolve("round-%08d%s".formatted(state.rounds(), END)), state::write);
        List<Path> kept = files();
        delete(kept.subList(0, Math.max(0, kept.size() - last)));
    }

    /**
     * The last state that is whole.
     *
     * @throws IllegalArgumentException if there is none
     * @throws IllegalArgumentException also if all are damaged
     */
    TrainingState read() {
        List<Path> kept = new ArrayList<>(files());
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot go on with a training of '%s': none was interrupted there, or none after its first state (train.keepRounds); leave out --resume"
                            .formatted(checkpoint));
        }
        while (true) {
            try {
                return load(kept.remove(kept.size() - 1));
            } catch (CorruptDataException damaged) {
                LOG.warn("Passed over a damaged state: {}", damaged.getMessage());
                if (kept.isEmpty()) {
                    throw new IllegalArgumentException(
                            "Cannot go on with a training of '%s': every state in '%s' is damaged; remove that directory to train anew"
                                    .formatted(checkpoint, directory()),
                            damaged);
                }
            }
        }
    }

    /** A state by its file, or the last whole one of a directory of them. */
    static TrainingState any(Path place) {
        if (Files.isRegularFile(place)) {
            return load(place);
        }
        String name = place.getFileName().toString();
        return new States(place.resolveSibling(name.substring(0, name.length() - DIRECTORY.length()))).read();
    }

    private static TrainingState load(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return TrainingState.read(file.toString(), in, Files.size(file));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(file, failed), failed);
        }
    }

    /** When the checkpoint is written. */
    void remove() {
        delete(files());
    }

    /** When nobody trains any more: leaves nothing behind where there is no state. */
    void tidy() {
        if (files().isEmpty()) {
            delete(List.of(directory().resolve(BuildLock.FILE)));
            Output.removeIfEmpty(directory());
        }
    }

    /** First rounds first. */
    private List<Path> files() {
        if (!Files.isDirectory(directory())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory())) {
            return all.filter(file -> file.getFileName().toString().endsWith(END))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(directory(), failed), failed);
        }
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException failed) {
                throw new UncheckedIOException("Cannot remove '%s': %s".formatted(file, failed), failed);
            }
        }
    }
}
