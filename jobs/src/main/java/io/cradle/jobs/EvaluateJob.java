package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.jobs.report.Reel;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.Evaluator;
import io.cradle.training.evaluation.Scores;
import io.cradle.training.evaluation.Showpieces;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.PixelCounts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;

/** Measures a model beside baselines fitted on TRAIN, on episodes that it was not fitted on. Out: scores of each episode, and films. */
final class EvaluateJob {
    private final Session session;
    private final EpisodeTable table;
    private final Optional<Set<String>> kept;
    private final EvaluationConfig config;

    EvaluateJob(Session session, EpisodeTable table, Optional<Set<String>> kept, EvaluationConfig config) {
        this.session = session;
        this.table = table;
        this.kept = kept;
        this.config = config;
    }

    /**
     * What was measured.
     *
     * @param scores of every episode of the split
     * @param reels films of a few of them, best first
     */
    record Measured(Scores scores, List<Reel> reels) {}

    Measured run(Checkpoint checkpoint) {
        PixelCounts counts = session.stage("Fit baselines", this::counts);
        Broadcast<Contenders> contenders = session.context().broadcast(new Contenders(config, checkpoint, counts));
        JavaRDD<Episode> test = episodes(config.split());
        Scores scores = session.stage(
                "Evaluate", () -> test.mapPartitions(part -> score(part, contenders.value())).collect().stream()
                        .reduce(Scores.NONE, Scores::merge));
        return new Measured(scores, reels(test, scores, contenders.value().evaluator()));
    }

    private PixelCounts counts() {
        return episodes(Split.TRAIN)
                .map(episode -> PixelCounts.of(episode.require(Layout.FRAME)))
                .fold(PixelCounts.NONE, PixelCounts::merge);
    }

    private JavaRDD<Episode> episodes(Split split) {
        JavaRDD<Episode> episodes = table.episodes(split);
        if (kept.isEmpty()) {
            return episodes;
        }
        Broadcast<Set<String>> ids = session.context().broadcast(kept.get());
        return episodes.filter(episode -> ids.value().contains(episode.id()));
    }

    static Iterator<Scores> score(Iterator<Episode> part, Contenders contenders) {
        List<Episode> episodes = new ArrayList<>();
        part.forEachRemaining(episodes::add);
        return List.of(contenders.evaluator().score(episodes)).iterator();
    }

    private List<Reel> reels(JavaRDD<Episode> test, Scores scores, Evaluator evaluator) {
        if (scores.episodes().isEmpty()) {
            return List.of();
        }
        Map<String, String> chosen = Showpieces.choose(scores, config.filmStrips());
        Set<String> ids = Set.copyOf(chosen.keySet());
        List<Episode> found = session.stage(
                "Film", () -> test.filter(episode -> ids.contains(episode.id())).collect());
        return chosen.entrySet().stream()
                .map(piece -> new Reel(piece.getValue(), evaluator.film(find(found, piece.getKey()))))
                .toList();
    }

    private static Episode find(List<Episode> episodes, String id) {
        return episodes.stream()
                .filter(episode -> episode.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
