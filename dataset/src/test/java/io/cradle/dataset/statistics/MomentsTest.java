package io.cradle.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Property(tries = 300)
    void mergingHalvesIsTheWholeToTheLastBit(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e3, max = 1e3) Double> values,
            @ForAll @IntRange(max = 60) int cutAt) {
        int cut = Math.min(cutAt, values.size());
        Moments whole = of(values);
        Moments merged = of(values.subList(cut, values.size())).add(of(values.subList(0, cut)));

        assertThat(merged.count()).isEqualTo(whole.count());
        assertThat(merged.mean()).isEqualTo(whole.mean());
        assertThat(merged.std()).isEqualTo(whole.std());
    }

    @Property(tries = 300)
    void meanAndStdAreThoseOfTheTextbook(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e3, max = 1e3) Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
        double squares =
                values.stream().mapToDouble(value -> Math.pow(value - mean, 2)).sum();

        assertThat(of(values).mean()).isCloseTo(mean, within(1e-9));
        assertThat(of(values).std()).isCloseTo(Math.sqrt(squares / values.size()), within(1e-9));
    }

    @Test
    void aLargeOffsetDoesNotDrownTheSpread() {
        assertThat(of(List.of(1e9 + 1, 1e9 + 2, 1e9 + 3)).std()).isEqualTo(Math.sqrt(2.0 / 3));
        assertThat(of(List.of(0.1, 0.1, 0.1)).std()).isZero();
    }

    private static Moments of(List<Double> values) {
        Moments moments = new Moments();
        values.forEach(moments::add);
        return moments;
    }
}
