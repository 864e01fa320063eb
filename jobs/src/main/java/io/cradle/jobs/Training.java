package io.cradle.jobs;

import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.jobs.configuration.CradleConfig;
import io.cradle.jobs.progress.Progress;
import io.cradle.training.model.Checkpoint;
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

    Training(Session session, CradleConfig config, Progress progress, Path out) {
        this.session = session;
        this.config = config;
        this.progress = progress;
        this.out = out;
        this.states = new States(out);
    }

    /** Of a table and a selection of it, each at a version. */
    Checkpoint begin(EpisodeTable table, Optional<SelectionTable> selection) {
        states.requireNone();
        return trained(table, selection, Optional.empty());
    }

    /** Of the same table and selection, which are read at the versions that the training began with. */
    Checkpoint resume(EpisodeTable table, Optional<SelectionTable> selection) {
        TrainingState state = states.read();
        Undertaking begun = Undertaking.of(state.of());
        begun.requireSame(undertaking(table, selection), states.directory());
        return trained(
                table.asOf(Reference.of(begun.table()).version()),
                selection.map(some -> some.asOf(begun.selected().orElseThrow().version())),
                Optional.of(state));
    }

    private Undertaking undertaking(EpisodeTable table, Optional<SelectionTable> selection) {
        return new Undertaking(
                table.reference(), selection.map(SelectionTable::reference).orElse(""), config.model(), config.train());
    }

    private Checkpoint trained(EpisodeTable table, Optional<SelectionTable> selection, Optional<TrainingState> from) {
        Files of = new Files(undertaking(table, selection).text());
        progress.stage("Train", config.train().steps());
        from.ifPresent(of::cut);
        Checkpoint checkpoint = TrainJob.run(session, table, selection, config, from, of);
        progress.done();
        TrainedOn.of(out).note(session, table, selection.map(SelectionTable::kept));
        checkpoint.save(out);
        states.remove();
        return checkpoint;
    }

    /** Writes down how it goes. */
    private final class Files implements Trainer.Watch {
        private final RoundFile rounds = RoundFile.of(out);
        private final String undertaking;
        private int steps;

        Files(String undertaking) {
            this.undertaking = undertaking;
        }

        void cut(TrainingState state) {
            rounds.cut(state.rounds());
            advance(state.learner().steps());
        }

        private void advance(int to) {
            progress.advance(to - steps);
            steps = to;
        }

        @Override
        public void over(RoundLog round) {
            rounds.add(round);
            if (round.validation() != null) {
                progress.note("VAL %.2f bits/frame".formatted(round.validation().after()));
            }
            advance(round.steps());
        }

        @Override
        public void offer(int over, Supplier<TrainingState> state) {
            if (isKept(over)) {
                states.keep(state.get().of(undertaking), config.train().keepLast());
            }
        }
    }

    private boolean isKept(int rounds) {
        int every = config.train().keepRounds();
        return every > 0 && rounds % every == 0;
    }
}
