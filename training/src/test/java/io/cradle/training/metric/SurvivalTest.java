package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurvivalTest {
    private static Survival.Life lost(int step) {
        return new Survival.Life(step, true);
    }

    private static Survival.Life cut(int step) {
        return new Survival.Life(step, false);
    }

    @Test
    void aBlinkIsNoLoss() {
        assertThat(Survival.life(new double[] {1, 0.2, 1, 0.3, 0.1}, 0.5)).isEqualTo(lost(4));
        assertThat(Survival.life(new double[] {1, 0.2, 1}, 0.5)).isEqualTo(cut(3));
        assertThat(Survival.life(new double[] {0, 0}, 0.5)).isEqualTo(lost(1));
    }

    @Test
    void withoutCensoringTheMedianIsTheMiddle() {
        assertThat(Survival.median(List.of(lost(1), lost(3), lost(9)))).hasValue(3);
    }

    @Test
    void whoWasCutShortCountsAsLongAsHeWasSeen() {
        // Of four at risk one is lost at 2: 3/4 are left. Two are cut at 3. The last is lost at 5: none is left.
        assertThat(Survival.median(List.of(lost(2), cut(3), cut(3), lost(5)))).hasValue(5);
        assertThat(Survival.median(List.of(lost(2), cut(3), cut(3), cut(5)))).isEmpty();
    }

    @Test
    void calibrationOfAnHonestForecastIsSmallAndOfALiarAsLargeAsTheLie() {
        Reliability honest = new Reliability();
        Reliability liar = new Reliability();
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            double p = 0.02 + 0.76 * random.nextDouble();
            honest.add(p, random.nextDouble() < p);
            liar.add(p, random.nextDouble() < p + 0.2);
        }
        assertThat(honest.error()).isLessThan(0.01);
        assertThat(liar.error()).isCloseTo(0.2, within(0.01));
        assertThat(honest.plus(liar).count()).isEqualTo(400_000);
        assertThat(new Reliability().error()).isNaN();
    }
}
