package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;

/**
 * Every sensor is alive.
 *
 * @param stuckSteps a channel that keeps one value for so many steps, while others of its tensor change, is stuck; at least 2
 * @param mostSaturated share of steps that a channel may be at an end of its range, in [0, 1]
 */
public record Sensors(int stuckSteps, double mostSaturated) implements Stage {
    public Sensors {
        if (stuckSteps < 2) {
            throw new IllegalArgumentException(
                    "Invalid curate.sensors.stuckSteps=%d: must be at least 2".formatted(stuckSteps));
        }
        if (!(mostSaturated >= 0 && mostSaturated <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid curate.sensors.mostSaturated=%s: must be in [0, 1]".formatted(mostSaturated));
        }
    }

    @Override
    public Verdict judge(Scores scores, Population population) {
        if (scores.require(Score.STUCK_STEPS) >= stuckSteps) {
            return new Verdict.Drop("stuck sensor");
        }
        return scores.require(Score.SATURATED) > mostSaturated
                ? new Verdict.Drop("saturated sensor")
                : new Verdict.Keep();
    }

    @Override
    public List<Score> needs() {
        return List.of(Score.STUCK_STEPS, Score.SATURATED);
    }
}
