package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;

/**
 * Long enough, and all numbers are numbers within their range.
 *
 * @param minSteps shortest episode that stays, at least 1
 */
public record Validity(int minSteps) implements Stage {
    public Validity {
        if (minSteps < 1) {
            throw new IllegalArgumentException(
                    "Invalid curate.validity.minSteps=%d: must be at least 1".formatted(minSteps));
        }
    }

    @Override
    public Verdict judge(Scores scores, Population population) {
        if (scores.require(Score.STEPS) < minSteps) {
            return new Verdict.Drop("too short");
        }
        if (scores.require(Score.NON_FINITE) > 0) {
            return new Verdict.Drop("not a number");
        }
        return scores.require(Score.OUT_OF_RANGE) > 0 ? new Verdict.Drop("out of range") : new Verdict.Keep();
    }

    @Override
    public List<Score> needs() {
        return List.of(Score.STEPS, Score.NON_FINITE, Score.OUT_OF_RANGE);
    }
}
