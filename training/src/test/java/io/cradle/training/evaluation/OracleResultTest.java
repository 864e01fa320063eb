package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OracleResultTest {
    private static final List<Double> COPY = List.of(10.0, 20.0, 30.0);
    private static final List<Double> ORACLE = List.of(4.0, 8.0, 18.0);
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 1);

    private static Optional<Interval> explained(List<Double> copy, List<Double> model) {
        return OracleResult.explained(copy, model, ORACLE, BOOTSTRAP);
    }

    @Test
    void copyLastExplainsNothingAndTheOracleAll() {
        assertThat(explained(COPY, COPY)).contains(new Interval(0, 0, 0));
        assertThat(explained(COPY, ORACLE)).contains(new Interval(1, 1, 1));
    }

    @Test
    void halfWayIsAHalfInEveryDraw() {
        assertThat(explained(COPY, List.of(7.0, 14.0, 24.0))).contains(new Interval(0.5, 0.5, 0.5));
    }

    @Test
    void gainsAreSummedUpBeforeTheyAreDivided() {
        // Gained 6, 6, 0 of 6, 12, 12: 12 / 30, and not the mean of 1, 1/2 and 0.
        Interval explained = explained(COPY, List.of(4.0, 14.0, 30.0)).orElseThrow();

        assertThat(explained.mean()).isCloseTo(0.4, within(1e-12));
        assertThat(explained.low()).isEqualTo(0); // three times the last episode
        assertThat(explained.high()).isEqualTo(1); // three times the first
    }

    @Test
    void aModelWorseThanCopyLastExplainsLessThanNothing() {
        assertThat(explained(COPY, List.of(16.0, 32.0, 42.0))).contains(new Interval(-1, -1, -1));
    }

    @Test
    void nothingIsExplainedWhereTheOracleIsNoBetterThanCopyLast() {
        assertThat(explained(ORACLE, COPY)).isEmpty();
        assertThat(explained(List.of(4.0, 8.0, 30.0), COPY)).isEmpty(); // in some of the draws it isn't
    }

    @Test
    void episodesOfAnotherOrderAreAnotherAnswer() {
        assertThat(explained(COPY, List.of(24.0, 14.0, 7.0))).isNotEqualTo(explained(COPY, List.of(7.0, 14.0, 24.0)));
    }
}
