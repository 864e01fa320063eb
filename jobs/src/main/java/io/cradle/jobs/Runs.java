package io.cradle.jobs;

import io.cradle.jobs.mlflow.LoggedRun;
import io.cradle.jobs.report.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Trainings, finished or not, wherever a user said that they are.
 *
 * @param checkpoints absolute paths, each once
 */
record Runs(List<Path> checkpoints) {
    Runs {
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * Those at these places.
     *
     * @param places paths of checkpoints, or directories in which, at any depth, logs of trainings lie
     * @throws IllegalArgumentException if there is none at one of them
     */
    static Runs at(List<String> places) {
        return new Runs(places.stream()
                .flatMap(place -> at(place).stream())
                .map(path -> path.toAbsolutePath().normalize())
                .distinct()
                .toList());
    }

    List<TrainingRun> read() {
        return each(RunFiles::read);
    }

    List<LoggedRun> logged() {
        return each(RunFiles::logged);
    }

    private <T> List<T> each(BiFunction<RunFiles, String, T> reading) {
        return checkpoints.stream()
                .map(path -> reading.apply(new RunFiles(path), name(path)))
                .toList();
    }

    /** As short as tells them apart: where all checkpoints have one name, as {@code cradle run} leaves them, that of their directories. */
    private String name(Path path) {
        Path common = common();
        boolean alike = checkpoints.size() > 1
                && checkpoints.stream().map(Path::getFileName).distinct().count() == 1;
        return common.relativize(alike ? path.getParent() : path).toString();
    }

    private static List<Path> at(String place) {
        Path path = Path.of(place);
        if (path.getFileName() != null && new RunFiles(path).exist()) {
            return List.of(path);
        }
        List<Path> below = Files.isDirectory(path) ? below(path) : List.of();
        if (below.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot read run '%s': neither '%s%s' is there, nor a directory with such logs in it; name the checkpoint of a training that has begun"
                            .formatted(place, place, RoundFile.END));
        }
        return below;
    }

    private static List<Path> below(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(RoundFile.END))
                    .map(Runs::checkpoint)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "Cannot read directory '%s': %s".formatted(directory, unreadable), unreadable);
        }
    }

    private static Path checkpoint(Path log) {
        String name = log.getFileName().toString();
        return log.resolveSibling(name.substring(0, name.length() - RoundFile.END.length()));
    }

    /** The deepest directory that all are in. */
    private Path common() {
        Path common = checkpoints.get(0).getParent();
        for (Path path : checkpoints) {
            while (!path.getParent().startsWith(common)) {
                common = common.getParent();
            }
        }
        return common;
    }
}
