package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.io.Serializable;
import java.util.List;

/**
 * A stage that decides on an episode by its scores alone: a pure function, composed with others in the configuration. What
 * one decides by what others hold stands in {@link Duplicates} and {@link NearDuplicates}.
 */
public sealed interface Stage extends Serializable
        permits Validity, Frozen, Motion, Contact, IdleTail, Coverage, Sensors, TimeGaps, Outliers, Surprise {
    /** Whether an episode with these scores stays. */
    Verdict judge(Scores scores, Population population);

    /** Scores without which it cannot judge. */
    List<Score> needs();

    /** Scores whose distribution over TRAIN it compares with; empty where an episode is judged by itself. */
    default List<Score> compares() {
        return List.of();
    }
}
