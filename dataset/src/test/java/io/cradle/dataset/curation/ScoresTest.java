package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoresTest {
    @Test
    void aMissingScoreIsNamedBesideThoseThatAreThere() {
        assertThatThrownBy(() -> new Scores(Map.of("steps", 1.0)).require("ink"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot find score 'ink': there are [steps]; score the episodes again");
    }

    @Test
    void anotherThresholdNeedsNoSecondLookAtTheData() {
        Scores scores = Scorer.score(Specimens.clean(1, 10));
        assertThat(Curator.judge(scores, new CurationConfig(10, 2))).isEqualTo(new Verdict.Keep());
        assertThat(Curator.judge(scores, new CurationConfig(11, 2))).isEqualTo(new Verdict.Drop("too short"));
    }
}
