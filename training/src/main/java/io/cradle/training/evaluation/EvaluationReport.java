package io.cradle.training.evaluation;

import io.cradle.training.model.CopyLast;
import java.io.Serializable;
import java.util.List;

/**
 * Every number that is claimed about a model, beside the dumb ones; becomes {@code evaluation.json}. Means are over
 * episodes, each counting the same; intervals are 95 % by bootstrap over episodes.
 *
 * @param model name of the judged model
 * @param beatsCopyLast whether the whole interval of the paired difference in bits/frame is on the right side, with
 *     at least {@value #FEWEST_EPISODES} episodes
 * @param subject what was measured, on what
 * @param config prompt, horizon and bootstrap
 * @param episodes how many were scored
 * @param skippedEpisodes how many were too short
 * @param frames scored one step ahead, over all episodes
 * @param takes predicted open loop, over all episodes
 * @param models the judged one first, then baselines
 * @param comparisons the judged model against each baseline
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
        List<ModelResult> models,
        List<Comparison> comparisons)
        implements Serializable {
    /**
     * Fewer episodes carry no claim: with 6 even a unanimous result has a chance of 1 in 32 (two-sided sign test), and
     * the bootstrap of a handful is too narrow.
     */
    public static final int FEWEST_EPISODES = 6;

    public EvaluationReport {
        models = List.copyOf(models);
        comparisons = List.copyOf(comparisons);
        if (beatsCopyLast && !beatsCopyLast(episodes, comparisons)) {
            throw new IllegalArgumentException(
                    "Invalid report of model '%s': it claims to beat copy-last, its %d episodes and %s don't"
                            .formatted(model, episodes, comparisons));
        }
    }

    /** Sums up scores of at least one episode. */
    public static EvaluationReport of(Scores scores, EvaluationConfig config, Subject subject) {
        if (scores.episodes().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot evaluate on '%s': it has no %s episode that is long enough (%d are shorter than prompt + horizon = %d steps); lower evaluate.horizon or add episodes"
                            .formatted(
                                    subject.table(),
                                    subject.split(),
                                    scores.skipped().size(),
                                    config.prompt() + config.horizon()));
        }
        Summary summary = new Summary(scores.episodes(), new Bootstrap(config.resamples(), config.seed()));
        List<Comparison> comparisons = summary.comparisons();
        return new EvaluationReport(
                summary.judged(),
                beatsCopyLast(scores.episodes().size(), comparisons),
                subject,
                config,
                scores.episodes().size(),
                scores.skipped().size(),
                scores.episodes().stream().mapToLong(EpisodeScore::frames).sum(),
                scores.episodes().stream().mapToLong(EpisodeScore::takes).sum(),
                summary.results(),
                comparisons);
    }

    private static boolean beatsCopyLast(int episodes, List<Comparison> comparisons) {
        return episodes >= FEWEST_EPISODES
                && comparisons.stream()
                        .filter(comparison -> comparison.baseline().equals(CopyLast.NAME))
                        .anyMatch(comparison -> comparison.bitsPerFrame().liesBelowZero());
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
