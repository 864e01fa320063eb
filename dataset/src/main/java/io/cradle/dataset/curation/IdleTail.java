package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;

/**
 * It ends soon after the last thing has happened.
 *
 * @param most share of the episode's steps that may be idle at its end, in [0, 1]
 */
public record IdleTail(double most) implements Stage {
    public IdleTail {
        if (!(most >= 0 && most <= 1)) {
            throw new IllegalArgumentException("Invalid curate.idleTail.most=%s: must be in [0, 1]".formatted(most));
        }
    }

    @Override
    public Verdict judge(Scores scores, Population population) {
        double share = scores.require(Score.IDLE_TAIL) / scores.require(Score.STEPS);
        return share > most ? new Verdict.Drop("idle tail") : new Verdict.Keep();
    }

    @Override
    public List<Score> needs() {
        return List.of(Score.IDLE_TAIL, Score.STEPS);
    }
}
