package io.cradle.jobs.report;

import io.cradle.training.evaluation.Interval;
import io.cradle.training.model.CopyLast;
import io.cradle.training.model.Likelihood;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A trained model on frames of VAL, one step ahead, beside others on the same frames. Means are over episodes, each counting the same;
 * intervals are 95 % by bootstrap over episodes.
 *
 * @param model its name
 * @param checkpoint SHA-256 of it
 * @param likelihood what its bits are
 * @param episodes how many of VAL were scored
 * @param skipped how many were too short
 * @param frames that were scored, over all episodes
 * @param shown episodes of TRAIN that baselines were fitted on, and that context models were shown
 * @param bitsPerFrame of the model
 * @param rivals baselines, then context models
 */
public record Trial(
        String model,
        String checkpoint,
        Likelihood likelihood,
        int episodes,
        int skipped,
        long frames,
        int shown,
        Interval bitsPerFrame,
        List<Rival> rivals) {
    public Trial {
        rivals = List.copyOf(rivals);
    }

    /** In words, how much of what it costs to say what changes the model does without; empty where that can't be told. */
    Optional<String> explains() {
        return rivals.stream()
                .filter(rival -> rival.name().equals(CopyLast.NAME))
                .flatMap(rival -> rival.explained().stream())
                .findFirst()
                .map(share -> String.format(
                        Locale.ROOT,
                        "%s explains %s%.1f %% of copy-last's bits [%.1f, %.1f]",
                        model,
                        likelihood == Likelihood.UPPER ? "at least " : "",
                        100 * share.mean(),
                        100 * share.low(),
                        100 * share.high()));
    }

    /** The model's name, and whether its bits are a bound. */
    String label() {
        return likelihood == Likelihood.UPPER ? model + ", at most" : model;
    }
}
