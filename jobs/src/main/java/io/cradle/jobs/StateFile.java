package io.cradle.jobs;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.training.spark.TrainingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a killed training goes on from: {@code <checkpoint>.unfinished}, and the one before it, in case the disk damages the last.
 *
 * @param checkpoint that is trained
 */
record StateFile(Path checkpoint) {
    /** Refuses to begin anew by mistake what was interrupted. */
    void requireNone() {
        if (Files.isRegularFile(last())) {
            throw new IllegalArgumentException(
                    "Cannot train '%s' anew: a training of it was interrupted and lies in '%s'; add --resume to go on with it, or remove that file"
                            .formatted(checkpoint, last()));
        }
    }

    /** Where it lies. */
    Path last() {
        return checkpoint.resolveSibling(checkpoint.getFileName() + ".unfinished");
    }

    private Path before() {
        return checkpoint.resolveSibling(checkpoint.getFileName() + ".unfinished.before");
    }

    /** Keeps a state; the one that was the last stays, too. */
    void keep(TrainingState state) {
        try {
            if (Files.exists(last())) {
                Files.move(last(), before(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write '%s': %s".formatted(before(), failed), failed);
        }
        Output.write(last(), state.bytes());
    }

    /**
     * The last state that is whole.
     *
     * @throws IllegalArgumentException if there is none
     * @throws CorruptDataException if all are damaged
     */
    TrainingState read() {
        List<Path> there =
                List.of(last(), before()).stream().filter(Files::isRegularFile).toList();
        if (there.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot go on with a training of '%s': none was interrupted there; leave out --resume"
                            .formatted(checkpoint));
        }
        try {
            return load(there.get(0));
        } catch (CorruptDataException damaged) {
            if (there.size() == 1) {
                throw damaged;
            }
            return load(there.get(1));
        }
    }

    private static TrainingState load(Path file) {
        try {
            return TrainingState.ofBytes(file.toString(), Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(file, failed), failed);
        }
    }

    /** When the checkpoint is written. */
    void remove() {
        try {
            Files.deleteIfExists(last());
            Files.deleteIfExists(before());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot remove '%s': %s".formatted(last(), failed), failed);
        }
    }
}
