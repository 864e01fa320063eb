package io.cradle.ingest.align;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Takes;
import io.cradle.ingest.take.Track;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private static final double ANY = Double.POSITIVE_INFINITY;
    private static final long SECOND = 1_000_000_000;

    private final float[] row = new float[1];

    /** A stream that is worth its time in seconds needs no resampling: a line is followed exactly. */
    @Property(tries = 200)
    void aLineIsFollowedExactly(
            @ForAll @IntRange(min = 2, max = 40) int steps,
            @ForAll @DoubleRange(min = 1, max = 500) double rate,
            @ForAll @DoubleRange(min = 0, max = 1) double where) {
        Track line = Takes.track("s", Role.PROPRIO, Takes.even(steps, rate), time -> 3 * time - 1);
        long time = Math.round(where * line.time(steps - 1));
        assertThat(new Follower(line, Interpolation.LINEAR, ANY).at(time, row)).isTrue();
        assertThat(row[0]).isCloseTo((float) (3 * time / 1e9 - 1), org.assertj.core.data.Offset.offset(1e-4f));
    }

    @Test
    void aCommandHoldsUntilTheNextOne() {
        Track steps = Takes.track("s", Role.ACTION, Takes.even(3, 1), time -> time);
        Follower held = new Follower(steps, Interpolation.HOLD, ANY);
        assertThat(held.at(SECOND * 19 / 10, row)).isTrue();
        assertThat(row[0]).isEqualTo(1);
    }

    @Test
    void theNearerOfTwoValuesIsTaken() {
        Track steps = Takes.track("s", Role.ACTION, Takes.even(3, 1), time -> time);
        new Follower(steps, Interpolation.NEAREST, ANY).at(SECOND * 19 / 10, row);
        assertThat(row[0]).isEqualTo(2);
    }

    @Test
    void aGapIsNotMeasuredWhereItIsLongerThanAllowed() {
        Track gap = Takes.track("s", Role.PROPRIO, new long[] {0, SECOND, 5 * SECOND, 6 * SECOND}, time -> time);
        assertThat(new Follower(gap, Interpolation.LINEAR, 3e9).at(3 * SECOND, row))
                .isFalse();
        assertThat(new Follower(gap, Interpolation.LINEAR, 4e9).at(3 * SECOND, row))
                .isTrue();
        assertThat(new Follower(gap, Interpolation.HOLD, 3e9).at(2 * SECOND, row))
                .isFalse();
    }

    @Test
    void nothingIsMeasuredBeforeTheFirstStampAndAfterTheLast() {
        Track track = Takes.track("s", Role.PROPRIO, new long[] {SECOND, 2 * SECOND, 3 * SECOND}, time -> time);
        assertThat(new Follower(track, Interpolation.LINEAR, ANY).at(0, row)).isFalse();
        assertThat(new Follower(track, Interpolation.HOLD, ANY).at(4 * SECOND, row))
                .isFalse();
        assertThat(row[0]).as("the last value known").isEqualTo(3);
    }
}
