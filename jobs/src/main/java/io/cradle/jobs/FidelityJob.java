package io.cradle.jobs;

import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.fidelity.Agreement;
import io.cradle.rollout.fidelity.Reference;
import io.cradle.rollout.fidelity.Targets;
import io.cradle.rollout.world.Solver;
import io.cradle.rollout.world.WorldDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Compares worlds with what boxLCD made of them. In: a directory of references. Out: a line for each, and what is missed.
 * A laptop does it in a minute, so that no Spark is started.
 */
final class FidelityJob {
    private static final String VARIANT = "boxlcd";
    private static final String ENDING = ".npz";

    private final WorldFiles worlds;
    private final Solver solver;
    private final Consumer<String> out;

    /**
     * A comparison that has not begun.
     *
     * @param solver how hard the physics tries
     * @param out takes the lines of a table
     */
    FidelityJob(WorldFiles worlds, Solver solver, Consumer<String> out) {
        this.worlds = worlds;
        this.solver = solver;
        this.out = out;
    }

    /** What is missed, each with its world; nothing if all targets are met. */
    List<String> run(Path directory) {
        Targets targets = worlds.beside("fidelity", Targets.class);
        List<String> missed = new ArrayList<>();
        List<Path> files = files(directory);
        out.accept(FidelityLine.HEAD);
        for (Path file : files) {
            Agreement agreement = compared(file);
            List<String> wrong = targets.missed(agreement);
            out.accept(FidelityLine.of(agreement, targets, wrong));
            wrong.forEach(each -> missed.add(agreement.world() + ": " + each));
        }
        return missed;
    }

    private Agreement compared(Path file) {
        String name = file.getFileName().toString();
        WorldDefinition world = worlds.load(name.substring(0, name.length() - ENDING.length()), WorldDefinition.class);
        Reference reference = NpzReference.read(file);
        return Agreement.of(world.in(VARIANT).solvedBy(solver), reference);
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException(
                        "Cannot compare with directory '%s': it has no file WORLD.npz; give one that has rollouts of boxLCD"
                                .formatted(directory));
            }
            return files;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "Cannot compare with '%s': it is no directory that can be read (%s); give one with files WORLD.npz"
                            .formatted(directory, unreadable),
                    unreadable);
        }
    }
}
