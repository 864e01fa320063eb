package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;

/**
 * Something observed changes now and then.
 *
 * @param steps an episode in which nothing observed changes for so many steps in a row leaves, at least 2
 */
public record Frozen(int steps) implements Stage {
    public Frozen {
        if (steps < 2) {
            throw new IllegalArgumentException("Invalid curate.frozen.steps=%d: must be at least 2".formatted(steps));
        }
    }

    @Override
    public Verdict judge(Scores scores, Population population) {
        return scores.require(Score.STILL_STEPS) >= steps ? new Verdict.Drop("frozen") : new Verdict.Keep();
    }

    @Override
    public List<Score> needs() {
        return List.of(Score.STILL_STEPS);
    }
}
