package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;

/**
 * Neither too little nor too much moves. An episode without frames has no {@link Score#MOTION}, and is judged by its
 * {@link Score#TRAVEL} alone.
 *
 * @param leastMotion mean share of pixels that flip in a step below which an episode leaves, in [0, 1]
 * @param mostMotion above which it leaves, in [0, 1]
 * @param leastTravel mean change of an observed number, as a share of its range, below which it leaves, at least 0
 */
public record Motion(double leastMotion, double mostMotion, double leastTravel) implements Stage {
    public Motion {
        if (!(leastMotion >= 0 && leastMotion <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid curate.motion.leastMotion=%s: must be in [0, 1]".formatted(leastMotion));
        }
        if (!(mostMotion >= leastMotion && mostMotion <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid curate.motion.mostMotion=%s: must be from leastMotion to 1".formatted(mostMotion));
        }
        if (!(leastTravel >= 0)) {
            throw new IllegalArgumentException(
                    "Invalid curate.motion.leastTravel=%s: must be at least 0".formatted(leastTravel));
        }
    }

    @Override
    public Verdict judge(Scores scores, Population population) {
        double motion = scores.find(Score.MOTION).orElse(leastMotion);
        double travel = scores.find(Score.TRAVEL).orElse(leastTravel);
        if (motion < leastMotion || travel < leastTravel) {
            return new Verdict.Drop("too little motion");
        }
        return motion > mostMotion ? new Verdict.Drop("too much motion") : new Verdict.Keep();
    }

    @Override
    public List<Score> needs() {
        return List.of();
    }
}
