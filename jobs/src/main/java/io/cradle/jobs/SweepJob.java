package io.cradle.jobs;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.table.BuildLock;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.progress.Progress;
import io.cradle.jobs.sweep.Standing;
import io.cradle.jobs.sweep.SweepPlan;
import io.cradle.jobs.sweep.Trial;
import io.cradle.training.spark.Diverged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Trains all trials of a sweep, rung by rung; after each the worst are stopped. What is done is told by the logs and states of the trials
 * alone, so that the same command goes on where it was killed.
 */
final class SweepJob {
    private final Session session;
    private final Configuration configuration;
    private final Progress progress;
    private final Path out;
    private final Consumer<String> say;

    /** @param out directory of the trials */
    SweepJob(Session session, Configuration configuration, Progress progress, Path out, Consumer<String> say) {
        this.session = session;
        this.configuration = configuration;
        this.progress = progress;
        this.out = out;
        this.say = say;
    }

    /** Trains, and says how the trials stand that reached the end, the best first. */
    void run(EpisodeTable table, Optional<SelectionTable> selection, SweepPlan plan, int atOnce) {
        List<Standing> standings = BuildLock.holding(out, "sweep in", () -> standings(table, selection, plan, atOnce));
        standings.forEach(each -> say.accept("%s  %s"
                .formatted(
                        each.failed() ? "failed" : "%.3f bits/frame on VAL".formatted(each.bits()),
                        each.trial().told())));
        say.accept("Best: %s"
                .formatted(
                        standings.get(0).failed()
                                ? "none, all failed"
                                : out.resolve(standings.get(0).trial().name())));
    }

    private List<Standing> standings(
            EpisodeTable table, Optional<SelectionTable> selection, SweepPlan plan, int atOnce) {
        requireVal(table);
        SweepFile.of(out).begin(plan, table, selection, configuration);
        List<Trial> left = plan.trials();
        for (Double rung : Stream.concat(plan.rungs().stream(), Stream.of(1.0)).toList()) {
            List<Standing> standings = Standing.ranked(all(left, table, selection, rung, atOnce));
            if (rung == 1) {
                return standings;
            }
            int going = plan.surviving(left.size());
            say.accept("After %s of the training: %d of %d go on".formatted(rung, going, standings.size()));
            left = standings.stream().limit(going).map(Standing::trial).toList();
        }
        throw new IllegalStateException("Cannot end a sweep: the last rung is the end of the training");
    }

    private static void requireVal(EpisodeTable table) {
        if (Segments.of(table, Split.VAL, Optional.empty()).isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot sweep on '%s': none of its episodes is of VAL, on which trainings are ranked; add episodes"
                            .formatted(table.reference()));
        }
    }

    private List<Standing> all(
            List<Trial> trials, EpisodeTable table, Optional<SelectionTable> selection, double rung, int atOnce) {
        session.context(); // started by this thread, not by several at once
        Progress shown = atOnce == 1 ? progress : Progress.SILENT; // which shows one stage at a time
        ExecutorService pool = Executors.newFixedThreadPool(atOnce);
        try {
            List<Callable<Standing>> work = trials.stream()
                    .<Callable<Standing>>map(trial -> () -> standing(trial, table, selection, rung, shown))
                    .toList();
            return pool.invokeAll(work).stream().map(SweepJob::done).toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot go on with the sweep: it was interrupted", stopped);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Standing done(Future<Standing> standing) {
        try {
            return standing.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot go on with the sweep: it was interrupted", stopped);
        }
    }

    private Standing standing(
            Trial trial, EpisodeTable table, Optional<SelectionTable> selection, double rung, Progress shown) {
        Path checkpoint = out.resolve(trial.name());
        Configuration own = configuration.with(trial.settings());
        int steps = (int) Math.ceil(rung * own.values().train().steps());
        Path failure = failure(checkpoint);
        if (!Files.exists(failure) && !Files.exists(checkpoint) && isShort(checkpoint, steps)) {
            Training training = new Training(session, own.values(), shown, checkpoint).pausing(steps);
            train(training, own, checkpoint, table, selection);
        }
        double bits = Files.exists(failure)
                ? Double.POSITIVE_INFINITY
                : RoundFile.of(checkpoint).validation(steps).orElse(Double.POSITIVE_INFINITY);
        say.accept("%s after %s of its training: %.3f bits/frame on VAL".formatted(trial.name(), rung, bits));
        return new Standing(trial, bits);
    }

    private static boolean isShort(Path checkpoint, int steps) {
        return RoundFile.of(checkpoint).validation(steps).isEmpty();
    }

    private void train(
            Training training,
            Configuration own,
            Path checkpoint,
            EpisodeTable table,
            Optional<SelectionTable> selection) {
        try {
            if (training.isInterrupted()) {
                training.resume(table, selection);
            } else {
                training.begin(table, selection);
            }
            Output.write(checkpoint.resolve("_" + Configuration.FILE), own.resolvedYaml());
        } catch (Training.Paused paused) {
            // it goes on at the next rung, if it is among the best
        } catch (Diverged diverged) {
            say.accept("%s failed: %s".formatted(checkpoint.getFileName(), diverged.getMessage()));
            Output.write(failure(checkpoint), diverged.getMessage() + "\n");
        }
    }

    private static Path failure(Path checkpoint) {
        return checkpoint.resolveSibling(checkpoint.getFileName() + ".failed.txt");
    }
}
