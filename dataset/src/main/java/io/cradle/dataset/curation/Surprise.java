package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;

/**
 * A band of a model's surprise: what surprises least has been learnt, what surprises most is often a fault.
 *
 * @param table Parquet or Delta with columns {@code episode_id} and {@code surprise} (bits a frame); empty for none
 * @param leastRank share of TRAIN's least surprising episodes that leaves, in [0, 1)
 * @param mostRank share above which the most surprising ones leave, in (leastRank, 1]
 */
public record Surprise(String table, double leastRank, double mostRank) implements Stage {
    public Surprise {
        if (!(leastRank >= 0 && leastRank < 1)) {
            throw new IllegalArgumentException(
                    "Invalid curate.surprise.leastRank=%s: must be in [0, 1)".formatted(leastRank));
        }
        if (!(mostRank > leastRank && mostRank <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid curate.surprise.mostRank=%s: must be above leastRank and at most 1".formatted(mostRank));
        }
    }

    @Override
    public Verdict judge(Scores scores, Population population) {
        double surprise = scores.require(Score.SURPRISE);
        Quantiles quantiles = population.of(Score.SURPRISE);
        if (leastRank > 0 && surprise < quantiles.at(leastRank)) {
            return new Verdict.Drop("little surprise");
        }
        return mostRank < 1 && surprise > quantiles.at(mostRank)
                ? new Verdict.Drop("too much surprise")
                : new Verdict.Keep();
    }

    @Override
    public List<Score> needs() {
        return List.of(Score.SURPRISE);
    }

    @Override
    public List<Score> compares() {
        return List.of(Score.SURPRISE);
    }
}
