package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.io.Serializable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How scores are distributed over the episodes that others are compared with. A monoid, added to in place. */
public final class Population implements Serializable {
    private final Map<Score, Quantiles> quantiles = new EnumMap<>(Score.class);

    /** Of no episode. */
    public Population() {}

    /** Takes one more episode in: those of its scores that are asked for. */
    public Population add(Scores scores, Collection<Score> asked) {
        for (Score score : asked) {
            scores.find(score).ifPresent(value -> quantiles
                    .computeIfAbsent(score, any -> Quantiles.none())
                    .add(value));
        }
        return this;
    }

    /** Takes all episodes of another one in. */
    public Population add(Population that) {
        that.quantiles.forEach((score, values) ->
                quantiles.computeIfAbsent(score, any -> Quantiles.none()).add(values));
        return this;
    }

    /** Distribution of a score; of no value where no episode has it. */
    public Quantiles of(Score score) {
        return quantiles.getOrDefault(score, Quantiles.none());
    }
}
