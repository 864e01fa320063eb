package io.cradle.ingest.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Takes;
import io.cradle.ingest.take.Track;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StampsTest {
    @Property(tries = 100)
    void driftIsWhatAClockIsOffBy(
            @ForAll @DoubleRange(min = -0.2, max = 0.2) double off, @ForAll @IntRange(min = 20, max = 300) int steps) {
        Stamps stamps = Stamps.of(track(Takes.even(steps, 30 * (1 + off))));
        assertThat(stamps.drift(30)).isCloseTo(off, within(1e-5));
        assertThat(stamps.gaps()).isEmpty();
    }

    @Test
    void aGapIsNoDrift() {
        long[] gap = IntStream.range(0, 100)
                .filter(t -> t < 40 || t > 45)
                .mapToLong(t -> Math.round(t * 1e9 / 30))
                .toArray();
        Stamps stamps = Stamps.of(track(gap));
        assertThat(stamps.gaps()).containsExactly(40);
        assertThat(stamps.drift(30)).isCloseTo(0, within(1e-6));
    }

    @Test
    void timeThatRunsBackwardsOrStandsStillIsFound() {
        assertThat(Stamps.backwards(track(new long[] {0, 10, 9, 20}))).hasValue(2);
        assertThat(Stamps.backwards(track(new long[] {0, 10, 10}))).hasValue(2);
        assertThat(Stamps.backwards(track(new long[] {0, 10, 20}))).isEmpty();
    }

    @Test
    void theLagOfAShiftedCourseIsFound() {
        double[] one = IntStream.range(0, 200)
                .mapToDouble(t -> 1 + Math.sin(t * t / 90.0))
                .toArray();
        double[] late =
                IntStream.range(0, 200).mapToDouble(t -> t < 5 ? 1 : one[t - 5]).toArray();
        assertThat(Lag.between(one, late, 15).steps()).isEqualTo(5);
        assertThat(Lag.between(late, one, 15).steps()).isEqualTo(-5);
        assertThat(Lag.between(one, one, 15).steps()).isZero();
    }

    private static Track track(long[] times) {
        return Takes.track("s", Role.PROPRIO, times, time -> time);
    }
}
