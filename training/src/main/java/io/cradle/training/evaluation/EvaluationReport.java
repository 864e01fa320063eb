package io.cradle.training.evaluation;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Ordered;
import io.cradle.training.model.CopyLast;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every number that is claimed about a model, beside the dumb ones; becomes {@code evaluation.json}. Means are over
 * episodes, each counting the same; intervals are 95 % by bootstrap over episodes.
 *
 * @param model name of the judged model
 * @param beatsCopyLast whether the whole interval of the paired difference in bits/frame (where there are no frames, in the error of
 *     proprio, one step ahead) is on the right side, with at least {@value #FEWEST_EPISODES} episodes
 * @param subject what was measured, on what
 * @param config prompt, horizon and bootstrap
 * @param episodes how many were scored
 * @param skippedEpisodes how many were too short
 * @param frames scored one step ahead, over all episodes
 * @param takes predicted open loop, over all episodes
 * @param pixels F, in a frame; 0 where there are no frames, and all that is said of frames means nothing
 * @param models the judged one first, then baselines
 * @param comparisons the judged model against each other one
 * @param oracle what the true simulator makes of it; empty where it wasn't asked
 * @param panels the same models on episodes of other kinds
 * @param paces how fast each model is, by name; empty where that was not measured
 */
public record EvaluationReport(
        String model,
        boolean beatsCopyLast,
        Subject subject,
        EvaluationConfig config,
        int episodes,
        int skippedEpisodes,
        long frames,
        long takes,
        int pixels,
        List<ModelResult> models,
        List<Comparison> comparisons,
        Optional<OracleResult> oracle,
        List<Panel> panels,
        Map<String, Pace> paces) {
    /**
     * Fewer episodes carry no claim: with 6 even a unanimous result has a chance of 1 in 32 (two-sided sign test), and
     * the bootstrap of a handful is too narrow.
     */
    public static final int FEWEST_EPISODES = 6;

    public EvaluationReport {
        models = List.copyOf(models);
        comparisons = List.copyOf(comparisons);
        panels = List.copyOf(panels);
        paces = Ordered.copyOf(paces);
        if (beatsCopyLast && !beatsCopyLast(episodes, pixels, models, comparisons)) {
            throw new IllegalArgumentException(
                    "Invalid report of model '%s': it claims to beat copy-last, its %d episodes and %s don't"
                            .formatted(model, episodes, comparisons));
        }
    }

    /** Sums up scores of at least one episode. */
    public static EvaluationReport of(Scores scores, EvaluationConfig config, Subject subject) {
        return of(scores, config, subject, Optional.empty());
    }

    /** As {@link #of(Scores, EvaluationConfig, Subject)}, where an arbiter of this SHA-256 was asked. */
    public static EvaluationReport of(
            Scores scores, EvaluationConfig config, Subject subject, Optional<String> arbiter) {
        if (scores.episodes().isEmpty() && scores.skipped().isEmpty()) {
            throw nothing(subject.table(), subject.split());
        }
        if (scores.episodes().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot evaluate on '%s': it has no %s episode that is long enough (%d are shorter than prompt + horizon = %d steps); lower evaluate.horizon or add episodes"
                            .formatted(
                                    subject.table(),
                                    subject.split(),
                                    scores.skipped().size(),
                                    config.prompt() + config.horizon()));
        }
        Summary summary = new Summary(
                scores.episodes(), scores.gathered(), arbiter, new Bootstrap(config.resamples(), config.seed()));
        List<Comparison> comparisons = summary.comparisons();
        List<ModelResult> results = summary.results();
        int pixels = scores.episodes().get(0).pixels();
        return new EvaluationReport(
                summary.judged(),
                beatsCopyLast(scores.episodes().size(), pixels, results, comparisons),
                subject,
                config,
                scores.episodes().size(),
                scores.skipped().size(),
                scores.episodes().stream().mapToLong(EpisodeScore::frames).sum(),
                scores.episodes().stream().mapToLong(EpisodeScore::takes).sum(),
                pixels,
                results,
                comparisons,
                Optional.empty(),
                List.of(),
                Map.of());
    }

    /** What there is to say of a table without an episode of the split. */
    public static IllegalArgumentException nothing(String table, Split split) {
        return new IllegalArgumentException(
                "Cannot evaluate on '%s': it has no %s episode; add episodes, or evaluate on another split"
                        .formatted(table, split));
    }

    /** The same beside what the true simulator makes of it, beside other kinds of episodes, and with how fast models are. */
    public EvaluationReport with(Optional<OracleResult> asked, List<Panel> others, Map<String, Pace> measured) {
        return new EvaluationReport(
                model,
                beatsCopyLast,
                subject,
                config,
                episodes,
                skippedEpisodes,
                frames,
                takes,
                pixels,
                models,
                comparisons,
                asked,
                others,
                measured);
    }

    /**
     * The same, judging another of its models; refuses one that is not among them.
     *
     * @param other name of the model, a checkpoint
     * @param scores that this report sums up
     */
    public EvaluationReport judging(String other, Scores scores) {
        ModelResult judged = result(other);
        Scores turned = scores.judging(other);
        List<Comparison> against = new Summary(
                        turned.episodes(),
                        turned.gathered(),
                        Optional.empty(),
                        new Bootstrap(config.resamples(), config.seed()))
                .comparisons();
        List<ModelResult> results = Stream.concat(
                        Stream.of(judged),
                        models.stream().filter(each -> !each.model().equals(other)))
                .toList();
        return new EvaluationReport(
                other,
                beatsCopyLast(episodes, pixels, results, against),
                subject.judging(other),
                config,
                episodes,
                skippedEpisodes,
                frames,
                takes,
                pixels,
                results,
                against,
                oracle,
                panels,
                paces);
    }

    private static boolean beatsCopyLast(
            int episodes, int pixels, List<ModelResult> models, List<Comparison> comparisons) {
        if (pixels == 0) {
            return episodes >= FEWEST_EPISODES
                    && models.get(0)
                            .felt()
                            .map(felt -> felt.beyond().get(CopyLast.NAME))
                            .filter(Interval::liesBelowZero)
                            .isPresent();
        }
        return episodes >= FEWEST_EPISODES
                && comparisons.stream()
                        .filter(comparison -> comparison.baseline().equals(CopyLast.NAME))
                        .anyMatch(comparison -> comparison.bitsPerFrame().liesBelowZero());
    }

    /** Whether frames were measured, or a table of proprio alone. */
    public boolean framed() {
        return pixels > 0;
    }

    /** The result of the model of this name. */
    public ModelResult result(String name) {
        return models.stream()
                .filter(result -> result.model().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot find model '%s' among %s"
                        .formatted(name, models.stream().map(ModelResult::model).toList())));
    }

    /** The judged model against the baseline of this name. */
    public Comparison against(String baseline) {
        return comparisons.stream()
                .filter(comparison -> comparison.baseline().equals(baseline))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot compare '%s' with '%s': that was not measured".formatted(model, baseline)));
    }
}
