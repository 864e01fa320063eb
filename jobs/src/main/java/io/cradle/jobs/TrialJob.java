package io.cradle.jobs;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.information.HeldOut;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.jobs.configuration.CradleConfig;
import io.cradle.jobs.report.Trial;
import io.cradle.training.baseline.Fitted;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.OracleConfig;
import io.cradle.training.evaluation.Scores;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.Floats;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Windowed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;

/** Measures a trained model and context models on the same frames of VAL. In: a table, a checkpoint. Out: both their bits/frame. */
final class TrialJob {
    private final Session session;
    private final EpisodeTable table;
    private final Sample sample;
    private final EvaluationConfig config;

    TrialJob(Session session, EpisodeTable table, Optional<Set<String>> kept, CradleConfig config) {
        this.session = session;
        this.table = table;
        this.sample = new Sample(session, table, kept, config.information().episodes());
        this.config = oneStep(config.evaluate());
    }

    /** On VAL, and no further ahead than a step, so that few episodes are too short. */
    private static EvaluationConfig oneStep(EvaluationConfig told) {
        return new EvaluationConfig(
                Split.VAL,
                0,
                told.prompt(),
                1,
                told.resamples(),
                told.seed(),
                told.filmStrips(),
                0,
                1,
                1,
                OracleConfig.NONE);
    }

    Trial run(Checkpoint checkpoint) {
        List<String> train = sample.ids(Split.TRAIN);
        List<String> held = sample.ids(Split.VAL);
        Contenders contenders = new Contenders(
                config,
                List.of(new Judged(checkpoint.model().name(), "", checkpoint)),
                plain(counts(train)),
                List.of(),
                Floats.of(new float[0]));
        Scores scores = scores(contenders, held);
        Contest contest = new Contest(checkpoint.digest(), train.size(), scores, config);
        int first = contenders.evaluator().firstScored();
        TensorSpec frames = table.layout().require(Layout.FRAME);
        return session.stage(
                "Code VAL",
                () -> contest.trial(
                        new HeldOut(frames, first),
                        new HeldOut(frames, first),
                        sample.episodes(train),
                        sample.episodes(held)));
    }

    private static List<Fitted> plain(PixelCounts counts) {
        return List.of(
                new Fitted(new Windowed(counts.copyLast()), ""), new Fitted(new Windowed(counts.marginal()), ""));
    }

    private PixelCounts counts(List<String> train) {
        return session.stage("Fit baselines", () -> table.episodes(train)
                .map(episode -> PixelCounts.of(episode.require(Layout.FRAME)))
                .fold(PixelCounts.NONE, PixelCounts::merge));
    }

    private Scores scores(Contenders contenders, List<String> held) {
        Broadcast<Contenders> travelling = session.context().broadcast(contenders);
        return session.stage(
                "Evaluate",
                () ->
                        table
                                .episodes(held)
                                .mapPartitions(part -> EvaluateJob.score(part, travelling.value()))
                                .collect()
                                .stream()
                                .reduce(Scores.NONE, Scores::merge));
    }
}
