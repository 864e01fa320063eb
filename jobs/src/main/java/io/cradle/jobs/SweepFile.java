package io.cradle.jobs;

import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.sweep.SweepPlan;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.spark.TrainingConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a sweep is over, in its directory, so that it does not go on with another.
 *
 * @param file {@code sweep.json}
 */
record SweepFile(Path file) {
    /** What must be the same when a sweep goes on; where it runs may differ. */
    private record Begun(String table, String selection, SweepPlan plan, ModelConfig model, TrainingConfig train) {}

    static SweepFile of(Path directory) {
        return new SweepFile(directory.resolve("sweep.json"));
    }

    /** Writes it, or refuses what is another than the one that is there. */
    void begin(SweepPlan plan, EpisodeTable table, Optional<SelectionTable> selection, Configuration configuration) {
        String text = Output.json(new Begun(
                table.reference(),
                selection.map(SelectionTable::reference).orElse(""),
                plan,
                configuration.values().model(),
                configuration.values().train()));
        if (!Files.exists(file)) {
            Output.write(file, text);
        }
        if (!read().equals(text)) {
            throw new IllegalArgumentException(
                    "Cannot go on with the sweep in '%s': it was begun over another table or plan, or with another section model or train; name another --out"
                            .formatted(file.getParent()));
        }
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(file, failed), failed);
        }
    }
}
