package io.cradle.jobs;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Ordered;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.window.Run;
import io.cradle.dataset.window.SegmentAddress;
import io.cradle.dataset.window.Stretch;
import io.cradle.dataset.window.WindowSampler;
import io.cradle.dataset.window.WindowSpec;
import io.cradle.jobs.configuration.CradleConfig;
import io.cradle.training.model.Blank;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.ModelKind;
import io.cradle.training.model.ModelShape;
import io.cradle.training.model.Origin;
import io.cradle.training.spark.AveragingTrainer;
import io.cradle.training.spark.Engine;
import io.cradle.training.spark.StockTrainer;
import io.cradle.training.spark.TableWindows;
import io.cradle.training.spark.Trainer;
import io.cradle.training.spark.TrainingResources;
import io.cradle.training.spark.TrainingSet;
import io.cradle.training.spark.TrainingState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import scala.Tuple2;

/** Trains on the kept episodes of TRAIN, by address and in proportion to their weights. In: a table and a selection of it. Out: a checkpoint. */
final class TrainJob {
    private static final long CACHE_BYTES = 256L << 20;

    private TrainJob() {}

    static Checkpoint run(
            Session session,
            EpisodeTable table,
            Optional<SelectionTable> selection,
            CradleConfig config,
            Optional<TrainingState> from,
            String fork,
            Trainer.Watch watch) {
        Trainer trainer = trainer(session, config);
        Optional<Map<String, Double>> weights = selection.map(some -> some.weights(Split.TRAIN));
        List<SegmentAddress> segments = Segments.of(table, Split.TRAIN, weights.map(Map::keySet));
        WindowSpec spec = AveragingTrainer.windows(config.model());
        Map<String, List<Run>> broken = broken(table);
        WindowSampler windows = WindowSampler.weighted(
                measured(segments, broken), spec, config.train().beginnings(), stretch -> weights.map(
                                some -> some.get(stretch.episode()))
                        .orElse(1.0));
        requireSome(windows, table, spec.steps(), config.model());
        WindowSampler validation = WindowSampler.uniform(
                measured(Segments.of(table, Split.VAL, selection.map(SelectionTable::kept)), broken), spec);
        Layout seen = config.model().reads(table.layout());
        TrainingSet data = new TrainingSet(
                windows,
                validation,
                new TableWindows(seen, CACHE_BYTES),
                seen,
                origin(table, selection, segments),
                fork);
        return trainer.fit(data, from, watch);
    }

    /** Of episodes at some of whose steps proprio or action was not measured, when it was: windows are cut from that alone. */
    private static Map<String, List<Run>> broken(EpisodeTable table) {
        if (!Run.canBreak(table.layout())) {
            return Map.of();
        }
        return Ordered.copyOf(table.episodes()
                .filter(episode -> !Run.isWhole(episode))
                .mapToPair(episode -> new Tuple2<>(episode.id(), Run.of(episode)))
                .collectAsMap());
    }

    private static List<Stretch> measured(List<SegmentAddress> segments, Map<String, List<Run>> broken) {
        return Stretch.join(segments).stream()
                .flatMap(stretch -> broken.containsKey(stretch.episode())
                        ? Run.cut(stretch, broken.get(stretch.episode()))
                        : Stream.of(stretch))
                .toList();
    }

    private static Trainer trainer(Session session, CradleConfig config) {
        TrainingResources resources =
                TrainingResources.of(config.devices(), session.context().getConf());
        return config.train().engine() == Engine.CRADLE
                ? new AveragingTrainer(session.context(), config.model(), config.train(), resources)
                : new StockTrainer(session.context(), config.model(), config.train(), resources);
    }

    private static void requireSome(WindowSampler windows, EpisodeTable table, int steps, ModelConfig model) {
        if (windows.size() == 0) {
            throw new IllegalArgumentException(
                    "Cannot train on '%s': no kept TRAIN episode has a weight above 0 and %d measured steps in a row, a window of model.frames=%d; add longer episodes or lower model.frames"
                            .formatted(table.reference(), steps, model.frames()));
        }
    }

    /** Refuses a table of a layout that such a model cannot be trained on, before anything is begun. */
    static void requireSeen(EpisodeTable table, ModelConfig model) {
        Layout layout = table.layout();
        if (Blank.in(layout).find(Layout.FRAME).isEmpty()) {
            require(Layout.FRAME, table);
        }
        require(Layout.ACTION, table);
        if (model.kind() == ModelKind.DENSE && Blank.lacks(layout)) {
            throw new IllegalArgumentException(
                    "Cannot train model.kind=DENSE on '%s': it has no frames, and DENSE says nothing of proprio; choose STEP, TRANSFORMER, RSSM or FBT"
                            .formatted(table.reference()));
        }
        ModelShape.of(model, model.reads(layout));
    }

    private static void require(String name, EpisodeTable table) {
        if (table.layout().find(name).isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot train on '%s': it has no tensor '%s', only %s; a model is trained on actions and on frames, proprio or both, so name a table that has them"
                            .formatted(
                                    table.reference(),
                                    name,
                                    table.layout().tensors().stream()
                                            .map(TensorSpec::name)
                                            .toList()));
        }
    }

    private static Origin origin(
            EpisodeTable table, Optional<SelectionTable> selection, List<SegmentAddress> segments) {
        List<String> worlds = table.worlds();
        int steps = segments.stream()
                .mapToInt(segment -> segment.firstStep() + segment.steps())
                .max()
                .orElseThrow();
        return new Origin(
                table.reference(), selection.map(SelectionTable::reference).orElse(""), worlds, steps);
    }
}
