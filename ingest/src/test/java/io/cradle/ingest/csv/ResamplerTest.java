package io.cradle.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.ingest.align.Interpolation;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ResamplerTest {
    private static final List<CsvColumn> COLUMNS = List.of(
            new CsvColumn("position", "rad", -9, 9, Interpolation.LINEAR),
            new CsvColumn("torque", "N m", -9, 9, Interpolation.HOLD));
    private static final long SECOND = 1_000_000_000L;

    @Test
    void linesJoinRowsAndCommandsHold() {
        CsvLog even = resampled(log(0, 1, 2), 2, 0);
        assertThat(even.rows()).isEqualTo(5);
        assertThat(values(even, 0)).containsExactly(0.0, 0.5, 1.0, 1.5, 2.0);
        assertThat(values(even, 1)).containsExactly(0.0, 0.0, 1.0, 1.0, 2.0);
        assertThat(even.time(3)).isEqualTo(1_500_000_000L);
    }

    @Test
    void theNearestRowIsTakenAsItIsAndOfTwoTheEarlier() {
        List<CsvColumn> mode = List.of(new CsvColumn("mode", "1", -9, 9, Interpolation.NEAREST));
        CsvLog log = new CsvLog(1);
        for (int row = 0; row < 3; row++) {
            log.row(row * SECOND);
            log.put(0, row);
        }
        CsvLog even = new Resampler(log, mode, new Resampling(4, 0)).resampled();
        assertThat(values(even, 0)).containsExactly(0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 2.0, 2.0);
    }

    @Property(tries = 100)
    void aStraightLineStaysOneHoweverUnevenTheRows(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 400) Integer> milliseconds,
            @ForAll @IntRange(min = 1, max = 200) int rate) {
        CsvLog log = new CsvLog(2);
        long time = 7 * SECOND;
        add(log, time);
        for (int step : milliseconds) {
            time += step * 1_000_000L;
            add(log, time);
        }
        CsvLog even = resampled(log, rate, 0);
        for (int k = 0; k < even.rows(); k++) {
            assertThat(even.time(k)).isCloseTo(7 * SECOND + k * SECOND / rate, within(1L));
            assertThat(even.measured(k, 0)).isTrue();
            assertThat(even.value(k, 0)).isCloseTo(even.time(k) / 1e9, within(1e-9));
        }
        assertThat(even.time(even.rows() - 1)).isBetween(time - SECOND / rate - 1, time);
    }

    @Property(tries = 50)
    void theLogsOwnRateChangesNothing(@ForAll @IntRange(min = 1, max = 50) int rows) {
        CsvLog log = new CsvLog(2);
        for (int i = 0; i < rows; i++) {
            add(log, i * SECOND / 100);
        }
        CsvLog even = resampled(log, 100, 0);
        assertThat(values(even, 0)).isEqualTo(values(log, 0));
        assertThat(values(even, 1)).isEqualTo(values(log, 1));
    }

    @Test
    void stampsOfOurDaysLoseNoNanosecond() {
        CsvLog log = new CsvLog(2);
        long epoch = 1_795_000_000_123_456_789L;
        add(log, epoch);
        add(log, epoch + SECOND);
        CsvLog even = resampled(log, 4, 0);
        assertThat(even.rows()).isEqualTo(5);
        assertThat(even.time(1)).isEqualTo(epoch + SECOND / 4);
        assertThat(even.time(4)).isEqualTo(epoch + SECOND);
    }

    @Test
    void whatFollowsFromAMissingValueIsMissing() {
        CsvLog log = new CsvLog(2);
        log.row(0).put(0, 5);
        log.row(SECOND).put(1, 6);
        log.row(2 * SECOND);
        CsvLog even = resampled(log, 2, 0);
        assertThat(measured(even, 0)).containsExactly(true, false, false, false, false);
        assertThat(measured(even, 1)).containsExactly(false, false, true, true, false);
        assertThat(values(even, 0)).containsExactly(5.0, 0.0, 0.0, 0.0, 0.0);
        assertThat(values(even, 1)).containsExactly(0.0, 0.0, 6.0, 6.0, 0.0);
    }

    @Test
    void longGapsAreNotBridged() {
        CsvLog even = resampled(log(0, 1, 4, 5), 2, 1);
        assertThat(measured(even, 0))
                .containsExactly(true, true, true, false, false, false, false, false, true, true, true);
        assertThat(measured(even, 1)).isEqualTo(measured(even, 0));
    }

    @Test
    void aSingleRowIsASingleStep() {
        assertThat(resampled(log(3), 10, 0).rows()).isEqualTo(1);
    }

    private static CsvLog log(int... seconds) {
        CsvLog log = new CsvLog(2);
        for (int second : seconds) {
            add(log, second * SECOND);
        }
        return log;
    }

    /** Both columns tell the time in seconds. */
    private static void add(CsvLog log, long time) {
        CsvLog row = log.row(time);
        row.put(0, time / 1e9);
        row.put(1, time / 1e9);
    }

    private static CsvLog resampled(CsvLog log, double rate, double longestGap) {
        return new Resampler(log, COLUMNS, new Resampling(rate, longestGap)).resampled();
    }

    private static List<Double> values(CsvLog log, int column) {
        return IntStream.range(0, log.rows())
                .mapToObj(row -> log.value(row, column))
                .toList();
    }

    private static List<Boolean> measured(CsvLog log, int column) {
        return IntStream.range(0, log.rows())
                .mapToObj(row -> log.measured(row, column))
                .toList();
    }
}
