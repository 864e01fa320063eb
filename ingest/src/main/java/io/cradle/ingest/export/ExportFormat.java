package io.cradle.ingest.export;

import io.cradle.dataset.spec.Layout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What episodes can be written as. */
public enum ExportFormat {
    /** A dataset of LeRobot, v3.0. */
    LEROBOT,
    /** Archives of NumPy, one an episode. */
    NPZ;

    /** The format of this name. */
    public static ExportFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot export as '%s': use one of %s".formatted(name, List.of(values()))));
    }

    /**
     * Begins to write.
     *
     * @param directory that is there, and empty
     * @throws IllegalArgumentException if the format cannot hold a tensor
     */
    public EpisodeWriter writer(Path directory, Layout layout) {
        return switch (this) {
            case LEROBOT -> new LeRobotWriter(directory, layout);
            case NPZ -> new NpzWriter(directory);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
