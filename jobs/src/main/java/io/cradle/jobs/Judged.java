package io.cradle.jobs;

import io.cradle.training.baseline.Baselines;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.Named;
import io.cradle.training.model.WorldModel;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A checkpoint that is measured.
 *
 * @param name in tables and charts: its family's where it is alone, else its path's last part, else its path
 * @param path where it lies
 * @param checkpoint itself
 */
record Judged(String name, String path, Checkpoint checkpoint) implements Serializable {
    /** A checkpoint alone. */
    static Judged alone(Checkpoint checkpoint, Path path) {
        return new Judged(checkpoint.model().name(), path.toString(), checkpoint);
    }

    /** Several, in their order, each by a name of its own. */
    static List<Judged> of(List<Path> paths) {
        List<Checkpoint> checkpoints = paths.stream().map(Checkpoint::load).toList();
        if (paths.size() == 1) {
            return List.of(alone(checkpoints.get(0), paths.get(0)));
        }
        Set<String> ends = new HashSet<>();
        boolean differ = paths.stream().allMatch(path -> ends.add(end(path)));
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i).toString();
            judged.add(new Judged(differ ? end(paths.get(i)) : path, path, checkpoints.get(i)));
        }
        requireNames(judged.stream().map(Judged::name).toList());
        return judged;
    }

    private static void requireNames(List<String> names) {
        Set<String> taken = new HashSet<>(Baselines.NAMES);
        for (String name : names) {
            if (!taken.add(name)) {
                throw new IllegalArgumentException(
                        "Cannot compare checkpoints %s: '%s' is there twice, or the name of a baseline; name each once, and rename its directory"
                                .formatted(names, name));
            }
        }
    }

    private static String end(Path path) {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** The model under that name. */
    WorldModel model() {
        return new Named(name, checkpoint.model());
    }
}
