package io.cradle.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    @Property(tries = 300)
    void noOrderAndNoCutChangesADigit(
            @ForAll @Size(max = 40) List<@DoubleRange(min = -1e12, max = 1e12) Double> values,
            @ForAll @IntRange(max = 40) int cutAt,
            @ForAll Random random) {
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        int cut = Math.min(cutAt, values.size());
        ExactSum halves = sum(shuffled.subList(0, cut));
        halves.add(sum(shuffled.subList(cut, values.size())));

        assertThat(sum(values).value()).isEqualByComparingTo(exact(values));
        assertThat(halves.value()).isEqualByComparingTo(exact(values));
    }

    @Property(tries = 300)
    void squaresAreExactToo(@ForAll @Size(max = 40) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
        ExactSum sum = new ExactSum();
        values.stream().map(Double::floatValue).forEach(value -> sum.addSquare(value));

        assertThat(sum.value())
                .isEqualByComparingTo(values.stream()
                        .map(value -> new BigDecimal(value.floatValue()).pow(2))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void whatRoundingWouldLoseIsKept() {
        assertThat(sum(List.of(1e16, 1.0, -1e16)).value()).isEqualByComparingTo("1");
        assertThat(sum(List.of()).value()).isEqualByComparingTo("0");
    }

    @Test
    void aSumCanBeAddedToItself() {
        ExactSum sum = sum(List.of(0.1, 1e16, -3.0));
        BigDecimal before = sum.value();
        sum.add(sum);

        assertThat(sum.value()).isEqualByComparingTo(before.multiply(BigDecimal.valueOf(2)));
    }

    private static ExactSum sum(List<Double> values) {
        ExactSum sum = new ExactSum();
        values.forEach(sum::add);
        return sum;
    }

    private static BigDecimal exact(List<Double> values) {
        return values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
