package io.cradle.dataset.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoresTest {
    @Test
    void aMissingScoreIsNamedBesideThoseThatAreThere() {
        assertThatThrownBy(() -> Scores.of(Map.of(Score.STEPS, 1.0)).require(Score.INK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot find score 'ink': the episode's tensors gave only [steps]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aScoreThatIsNoNumberIsRefused(double value) {
        assertThatThrownBy(() -> Scores.of(Map.of(Score.INK, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid score ink=%s: must be finite".formatted(value));
        assertThatThrownBy(() -> Scores.of(Map.of()).with(Score.SURPRISE, value))
                .hasMessage("Invalid score surprise=%s: must be finite".formatted(value));
    }

    @Test
    void oneMoreScoreLeavesTheOthersAndTheOriginalAsTheyWere() {
        Scores scores = Scores.of(Map.of(Score.STEPS, 7.0));
        assertThat(scores.with(Score.SURPRISE, 2.5).asMap()).isEqualTo(Map.of(Score.STEPS, 7.0, Score.SURPRISE, 2.5));
        assertThat(scores.asMap()).isEqualTo(Map.of(Score.STEPS, 7.0));
    }

    @Test
    void valuesInOrderAreReadAsTheyStand() {
        double[] values = new double[Score.values().length];
        Arrays.fill(values, Double.NaN);
        values[0] = 50;
        assertThat(Scores.inOrder(values)).isEqualTo(Scores.of(Map.of(Score.STEPS, 50.0)));
        values[3] = Double.NEGATIVE_INFINITY;
        assertThatThrownBy(() -> Scores.inOrder(values))
                .hasMessage("Invalid score stillSteps=-Infinity: must be finite");
        assertThatThrownBy(() -> Scores.inOrder(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid scores: 3 values for 17 scores");
    }

    @ParameterizedTest
    @EnumSource
    void aScoreIsFoundByTheNameOfItsColumn(Score score) {
        assertThat(Score.named(score.toString())).contains(score);
        assertThat(score.meaning()).isNotBlank();
    }
}
