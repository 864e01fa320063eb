package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;

/**
 * Time goes on, and never for long without a step. Needs time stamps.
 *
 * @param longest time between two steps, in medians of the episode, above which it leaves; at least 1
 */
public record TimeGaps(double longest) implements Stage {
    public TimeGaps {
        if (!(longest >= 1)) {
            throw new IllegalArgumentException(
                    "Invalid curate.timeGaps.longest=%s: must be at least 1".formatted(longest));
        }
    }

    @Override
    public Verdict judge(Scores scores, Population population) {
        if (scores.require(Score.BACKWARDS) > 0) {
            return new Verdict.Drop("time goes back");
        }
        return scores.require(Score.LONGEST_GAP) > longest ? new Verdict.Drop("time gap") : new Verdict.Keep();
    }

    @Override
    public List<Score> needs() {
        return List.of(Score.LONGEST_GAP, Score.BACKWARDS);
    }
}
