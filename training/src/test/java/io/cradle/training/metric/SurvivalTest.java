package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest(name = "of {0} the median is the one in the middle")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 10, 22, 30, 44, 100, 1000})
    void withoutCensoringHalfAreLostWhenHalfAreLost(int lives) {
        List<Survival.Life> lost =
                IntStream.rangeClosed(1, lives).mapToObj(SurvivalTest::lost).toList();

        assertThat(Survival.median(lost)).hasValue((lives + 1) / 2);
    }

    @Property(tries = 300)
    void agreesWithTheMassThatIsHandedOnToTheRight(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 6) Integer> steps, @ForAll long mask) {
        List<Survival.Life> lives = IntStream.range(0, steps.size())
                .mapToObj(i -> new Survival.Life(steps.get(i), (mask >> i & 1) != 0))
                .toList();

        assertThat(Survival.median(lives)).isEqualTo(handedOn(lives));
    }

    /** Efron ("The two sample problem with censored data", 1967): who leaves hands his share on to all who stay, in whole numbers. */
    private static OptionalInt handedOn(List<Survival.Life> lives) {
        List<Survival.Life> sorted = lives.stream()
                .sorted(Comparator.comparingInt(Survival.Life::step).thenComparing(life -> life.failed() ? 0 : 1))
                .toList();
        BigFraction share = new BigFraction(1, sorted.size());
        BigFraction lost = BigFraction.ZERO;
        for (int i = 0; i < sorted.size(); i++) {
            int staying = sorted.size() - 1 - i;
            if (sorted.get(i).failed()) {
                lost = lost.add(share);
            } else if (staying > 0) {
                share = share.add(share.divide(staying));
            }
            if (lost.compareTo(BigFraction.ONE_HALF) >= 0) {
                return OptionalInt.of(sorted.get(i).step());
            }
        }
        return OptionalInt.empty();
    }

    @Test
    void toCountCutsAsLossesWouldShortenLives() {
        List<Survival.Life> honest = List.of(cut(2), cut(2), cut(2), lost(6), lost(8));
        List<Survival.Life> broken =
                honest.stream().map(life -> lost(life.step())).toList();

        assertThat(Survival.median(honest)).hasValue(6);
        assertThat(Survival.median(broken)).hasValue(2);
    }
}
