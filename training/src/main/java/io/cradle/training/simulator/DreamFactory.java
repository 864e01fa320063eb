package io.cradle.training.simulator;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.training.model.Checkpoint;
import java.nio.file.Path;

/**
 * Opens learned simulators from a checkpoint. It travels with the checkpoint's path, which workers must be able to
 * read, and its digest, which is what a dream is identified by and which is checked where it is opened.
 *
 * @param checkpoint directory
 * @param digest SHA-256 in hex, see {@link Checkpoint#digest}
 * @param world name for people
 * @param steps of a full episode, at least 1
 * @param sampling how frames are drawn
 */
public record DreamFactory(String checkpoint, String digest, String world, int steps, Sampling sampling)
        implements EnvironmentFactory {
    private static final String VERSION = "dream 3";
    private static final int BATCH = 64;

    public DreamFactory {
        if (steps < 1) {
            throw new IllegalArgumentException(
                    "Cannot dream episodes of %d steps: must be at least 1".formatted(steps));
        }
    }

    /**
     * Of the checkpoint in this directory, with episodes as long as those it was trained on.
     *
     * @throws io.cradle.dataset.episode.CorruptDataException if there is no sound checkpoint
     */
    public static DreamFactory of(Path directory, Sampling sampling) {
        Checkpoint checkpoint = Checkpoint.load(directory);
        return new DreamFactory(
                directory.toAbsolutePath().normalize().toString(),
                checkpoint.digest(),
                "learned:" + String.join("+", checkpoint.facts().origin().worlds()),
                checkpoint.facts().origin().episodeSteps(),
                sampling);
    }

    /** The same world with episodes of another length. */
    public DreamFactory lasting(int otherSteps) {
        return new DreamFactory(checkpoint, digest, world, otherSteps, sampling);
    }

    @Override
    public String identity() {
        return "%s; checkpoint %s; %s; %d steps".formatted(VERSION, digest, sampling, steps);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Environment open(int worlds) {
        Checkpoint loaded = Checkpoint.load(Path.of(checkpoint));
        if (!loaded.digest().equals(digest)) {
            throw new IllegalStateException(
                    "Cannot dream from '%s': its digest is %s, expected %s; it was replaced meanwhile, start again"
                            .formatted(checkpoint, loaded.digest(), digest));
        }
        return new LearnedSimulator(
                loaded.model(), loaded.facts().layout(), loaded.prompts(), sampling, worlds, digest);
    }
}
