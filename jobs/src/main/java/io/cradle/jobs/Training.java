package io.cradle.jobs;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.table.BuildLock;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.jobs.configuration.CradleConfig;
import io.cradle.jobs.progress.Progress;
import io.cradle.jobs.report.ModelCard;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.spark.Diverged;
import io.cradle.training.spark.RoundLog;
import io.cradle.training.spark.Trainer;
import io.cradle.training.spark.TrainingState;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The training of one checkpoint, from its beginning or from where it was interrupted, with what belongs beside it. */
final class Training {
    private final Session session;
    private final CradleConfig config;
    private final Progress progress;
    private final Path out;
    private final States states;
    private final int pause;

    Training(Session session, CradleConfig config, Progress progress, Path out) {
        this(session, config, progress, out, Integer.MAX_VALUE);
    }

    private Training(Session session, CradleConfig config, Progress progress, Path out, int pause) {
        this.session = session;
        this.config = config;
        this.progress = progress;
        this.out = out;
        this.states = new States(out);
        this.pause = pause;
    }

    /** As it was asked for: of a table and a selection of it, each at a version, unless it is resumed. */
    Checkpoint from(Jobs.TrainArguments.Start start, EpisodeTable table, Optional<SelectionTable> selection) {
        if (start.resume()) {
            return resume(table, selection);
        }
        return start.fork().isPresent()
                ? alone(table, () -> fork(table, selection, Path.of(start.fork().get())))
                : begin(table, selection);
    }

    /** Of a table and a selection of it, each at a version. */
    Checkpoint begin(EpisodeTable table, Optional<SelectionTable> selection) {
        return alone(table, () -> anew(table, selection));
    }

    /** Of the same table and selection, which are read at the versions that the training began with. */
    Checkpoint resume(EpisodeTable table, Optional<SelectionTable> selection) {
        return alone(table, () -> onward(table, selection));
    }

    /** While nobody else trains the same. */
    private Checkpoint alone(EpisodeTable table, Supplier<Checkpoint> training) {
        TrainJob.requireSeen(table, config.model());
        return BuildLock.holding(states.directory(), "train in", () -> {
            try {
                return training.get();
            } finally {
                states.tidy();
            }
        });
    }

    private Checkpoint anew(EpisodeTable table, Optional<SelectionTable> selection) {
        states.requireNone();
        return new Course(undertaking(table, selection, ""), 0).run(table, selection, Optional.empty());
    }

    /** The same from where another training stood, with other settings. */
    private Checkpoint fork(EpisodeTable table, Optional<SelectionTable> selection, Path from) {
        states.requireNone();
        Fork fork = Fork.of(from, config, table.layout());
        return new Course(undertaking(table, selection, fork.text()), 0)
                .run(table, selection, Optional.of(fork.state()));
    }

    private Checkpoint onward(EpisodeTable table, Optional<SelectionTable> selection) {
        TrainingState state = states.read();
        Undertaking begun = Undertaking.of(state.of());
        begun.requireSame(undertaking(table, selection, begun.fork()), states.directory());
        return new Course(begun, state.rounds())
                .run(
                        table.asOf(Reference.of(begun.table()).version()),
                        selection.map(
                                some -> some.asOf(begun.selected().orElseThrow().version())),
                        Optional.of(state));
    }

    /** Whether it was interrupted, and can be resumed. */
    boolean isInterrupted() {
        return !states.isEmpty();
    }

    /** The same training, which pauses when VAL was measured after so many steps or more: {@link Paused} is thrown when its state is kept. */
    Training pausing(int afterSteps) {
        return new Training(session, config, progress, out, afterSteps);
    }

    /** Thrown at a pause. */
    static final class Paused extends RuntimeException {
        private Paused(int steps) {
            super("Paused after %d steps".formatted(steps));
        }
    }

    private Undertaking undertaking(EpisodeTable table, Optional<SelectionTable> selection, String fork) {
        return new Undertaking(
                table.reference(),
                selection.map(SelectionTable::reference).orElse(""),
                config.model(),
                config.train(),
                fork);
    }

    /** Does it, and writes down how it goes. */
    private final class Course implements Trainer.Watch {
        private final RoundFile rounds = RoundFile.of(out);
        private final Undertaking undertaking;
        private final int over;
        private int steps;
        private boolean begun;
        private boolean measured;
        private String unit = "";

        /** @param over rounds that it did before, which its log tells of already */
        Course(Undertaking undertaking, int over) {
            this.undertaking = undertaking;
            this.over = over;
        }

        Checkpoint run(EpisodeTable table, Optional<SelectionTable> selection, Optional<TrainingState> from) {
            unit = config.model().reads(table.layout()).find(Layout.PROPRIO).isPresent()
                    ? "bits a step, with proprio"
                    : "bits/frame";
            progress.stage("Train", config.train().steps());
            from.ifPresent(state -> advance(state.learner().steps()));
            Checkpoint checkpoint = trained(table, selection, from);
            progress.done();
            TrainedOn.of(out).note(session, table, selection.map(SelectionTable::kept));
            checkpoint.save(out);
            Output.write(
                    out.resolveSibling(out.getFileName() + ".card.md"),
                    ModelCard.trained(out.getFileName().toString(), checkpoint, rounds.read()));
            states.remove();
            return checkpoint;
        }

        private Checkpoint trained(
                EpisodeTable table, Optional<SelectionTable> selection, Optional<TrainingState> from) {
            try {
                return TrainJob.run(session, table, selection, config, from, undertaking.fork(), this);
            } catch (Diverged diverged) {
                String left = states.isEmpty()
                        ? "no state was kept, for train.keepRounds=%d"
                                .formatted(config.train().keepRounds())
                        : "its last good state is '%s', from which --fork goes on with other settings to another --out"
                                .formatted(states.last());
                throw diverged.with(left);
            }
        }

        private void advance(int to) {
            progress.advance(to - steps);
            steps = to;
        }

        /** Not before a round is over: a training that is refused leaves nothing. */
        private void open() {
            if (!begun) {
                rounds.cut(over);
                Output.write(out.resolveSibling(out.getFileName() + ".undertaking.json"), undertaking.text());
                begun = true;
            }
        }

        @Override
        public void over(RoundLog round) {
            open();
            rounds.add(round);
            measured = round.validation() != null;
            if (measured) {
                progress.note("VAL %.2f %s".formatted(round.validation().after(), unit));
            }
            advance(round.steps());
        }

        @Override
        public void offer(int rounds, Supplier<TrainingState> state) {
            boolean paused =
                    measured && steps >= pause && steps < config.train().steps();
            if (paused || isKept(rounds)) {
                states.keep(state.get().of(undertaking.text()), config.train().keepLast());
            }
            if (paused) {
                throw new Paused(steps);
            }
        }
    }

    private boolean isKept(int rounds) {
        int every = config.train().keepRounds();
        return every > 0 && rounds % every == 0;
    }
}
