package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Ordered;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.window.Run;
import io.cradle.jobs.report.Reel;
import io.cradle.jobs.report.Scrub;
import io.cradle.training.baseline.Baselines;
import io.cradle.training.baseline.Fitted;
import io.cradle.training.evaluation.EpisodeScore;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Evaluator;
import io.cradle.training.evaluation.OracleResult;
import io.cradle.training.evaluation.Pace;
import io.cradle.training.evaluation.Panel;
import io.cradle.training.evaluation.Scores;
import io.cradle.training.evaluation.Showpieces;
import io.cradle.training.model.Arbiter;
import io.cradle.training.model.Blank;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;

/** Measures a model beside baselines fitted on TRAIN, on episodes that it was not fitted on. Out: scores of each episode, and films. */
final class EvaluateJob {
    /** Episodes of VAL that baselines are chosen on. */
    private static final int HELD = 10;

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
     * @param baselines what was fitted, and to what
     * @param scrubs the same few of them, whole
     * @param oracle what the true simulator makes of some of the episodes; empty where it wasn't asked
     * @param panels the same models on episodes of other kinds
     * @param paces how fast each model is, by name
     */
    record Measured(
            Scores scores,
            List<Reel> reels,
            List<Scrub> scrubs,
            List<Fitted> baselines,
            Optional<OracleResult> oracle,
            List<Panel> panels,
            Map<String, Pace> paces) {}

    /**
     * Measures all of them.
     *
     * @param arbiter who is asked what samples look like
     * @param others tables of other kinds of episodes, whose layout is the same
     * @param origins what made the episodes; asked for where the simulator is asked
     */
    Measured run(List<Judged> judged, Optional<Arbiter> arbiter, List<EpisodeTable> others, Supplier<Origins> origins) {
        JavaRDD<Episode> test = measured(table, kept);
        if (session.stage("Look for episodes", test::isEmpty)) {
            throw EvaluationReport.nothing(table.reference(), config.split());
        }
        List<Recording> train = session.stage("Read TRAIN", () -> recordings(Split.TRAIN, config.baselineEpisodes()));
        List<Fitted> baselines = session.stage("Fit baselines", () -> baselines(train));
        Broadcast<Contenders> contenders = session.context()
                .broadcast(new Contenders(
                        config, judged, baselines, arbiter.stream().toList(), Baselines.spread(train)));
        Scores scores = scores("Evaluate", test, contenders);
        Evaluator evaluator = contenders.value().evaluator();
        Map<String, Episode> shown = shown(test, scores);
        Map<String, Episode> seen = framed(shown);
        return new Measured(
                scores,
                each(seen, (label, episode) -> new Reel(label, evaluator.film(episode))),
                each(seen, (label, episode) -> new Scrub(label, evaluator.explore(episode))),
                baselines,
                oracle(scores, evaluator.firstScored(), origins),
                others.stream().map(other -> panel(other, contenders)).toList(),
                paces(shown, evaluator));
    }

    /** All that count of the split, or as many of them as are asked for. */
    private JavaRDD<Episode> measured(EpisodeTable of, Optional<Set<String>> counting) {
        return config.episodes() == 0
                ? episodes(of, counting, config.split())
                : of.episodes(new Sample(session, of, counting, config.episodes()).ids(config.split()));
    }

    private Scores scores(String stage, JavaRDD<Episode> episodes, Broadcast<Contenders> contenders) {
        return session.stage(
                stage, () -> episodes.mapPartitions(part -> score(part, contenders.value())).collect().stream()
                        .reduce(Scores.NONE, Scores::merge));
    }

    private Map<String, Pace> paces(Map<String, Episode> shown, Evaluator evaluator) {
        return shown.values().stream()
                .findFirst()
                .map(episode -> session.stage("Time models", () -> evaluator.paces(episode)))
                .orElse(Map.of());
    }

    private Panel panel(EpisodeTable other, Broadcast<Contenders> contenders) {
        Scores scores = scores("Evaluate elsewhere", measured(other, Optional.empty()), contenders);
        return Panel.of(other.reference(), other.worlds(), scores, config);
    }

    private Optional<OracleResult> oracle(Scores scores, int first, Supplier<Origins> origins) {
        List<String> ids = scores.episodes().stream()
                .map(EpisodeScore::episode)
                .limit(config.oracle().episodes())
                .toList();
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new OracleJob(session, origins.get(), config, first).run(table.episodes(ids), scores));
    }

    /** Marginal and copy-last of all TRAIN, the others of some of it; chosen on VAL, unless VAL is what is measured on. */
    private List<Fitted> baselines(List<Recording> train) {
        List<Recording> held = config.split() == Split.VAL ? List.of() : recordings(Split.VAL, HELD);
        return Baselines.fit(train, held, counts());
    }

    private List<Recording> recordings(Split split, int most) {
        Sample sample = new Sample(session, table, kept, config.baselineEpisodes());
        List<Recording> recordings = new ArrayList<>();
        List<String> ids = sample.ids(split);
        sample.episodes(ids.subList(0, Math.min(most, ids.size()))).forEachRemaining(episode -> {
            if (Run.isWhole(episode)) {
                recordings.add(Recording.of(episode));
            }
        });
        return recordings;
    }

    private PixelCounts counts() {
        return episodes(table, kept, Split.TRAIN)
                .map(episode -> PixelCounts.of(Blank.frames(episode)))
                .fold(PixelCounts.NONE, PixelCounts::merge);
    }

    private JavaRDD<Episode> episodes(EpisodeTable of, Optional<Set<String>> counting, Split split) {
        JavaRDD<Episode> episodes = of.episodes(split);
        if (counting.isEmpty()) {
            return episodes;
        }
        Broadcast<Set<String>> ids = session.context().broadcast(counting.get());
        return episodes.filter(episode -> ids.value().contains(episode.id()));
    }

    static Iterator<Scores> score(Iterator<Episode> part, Contenders contenders) {
        List<Episode> episodes = new ArrayList<>();
        part.forEachRemaining(episodes::add);
        return List.of(contenders.evaluator().score(episodes)).iterator();
    }

    /** Those that are shown, best first, by what they are. */
    private Map<String, Episode> shown(JavaRDD<Episode> test, Scores scores) {
        if (scores.episodes().isEmpty()) {
            return Map.of();
        }
        Map<String, String> chosen = Showpieces.choose(scores, config.filmStrips());
        Set<String> ids = Ordered.copyOf(chosen.keySet());
        List<Episode> found = session.stage(
                "Film", () -> test.filter(episode -> ids.contains(episode.id())).collect());
        Map<String, Episode> shown = new LinkedHashMap<>();
        chosen.forEach((id, label) -> shown.put(label, find(found, id)));
        return shown;
    }

    /** Those that there is something to see of. */
    private static Map<String, Episode> framed(Map<String, Episode> shown) {
        Map<String, Episode> seen = new LinkedHashMap<>(shown);
        seen.values().removeIf(episode -> Blank.lacks(episode.layout()));
        return seen;
    }

    private static <T> List<T> each(Map<String, Episode> shown, BiFunction<String, Episode, T> view) {
        return shown.entrySet().stream()
                .map(entry -> view.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Episode find(List<Episode> episodes, String id) {
        return episodes.stream()
                .filter(episode -> episode.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
