package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;

/**
 * Much of what could be is visited.
 *
 * @param leastPoses mean share of bins of observed channels that are visited, below which an episode leaves, in [0, 1]
 * @param leastSpeeds the same of their changes in a step
 */
public record Coverage(double leastPoses, double leastSpeeds) implements Stage {
    public Coverage {
        if (!(leastPoses >= 0 && leastPoses <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid curate.coverage.leastPoses=%s: must be in [0, 1]".formatted(leastPoses));
        }
        if (!(leastSpeeds >= 0 && leastSpeeds <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid curate.coverage.leastSpeeds=%s: must be in [0, 1]".formatted(leastSpeeds));
        }
    }

    @Override
    public Verdict judge(Scores scores, Population population) {
        if (scores.require(Score.POSES) < leastPoses) {
            return new Verdict.Drop("few poses");
        }
        return scores.require(Score.SPEEDS) < leastSpeeds ? new Verdict.Drop("few speeds") : new Verdict.Keep();
    }

    @Override
    public List<Score> needs() {
        return List.of(Score.POSES, Score.SPEEDS);
    }
}
