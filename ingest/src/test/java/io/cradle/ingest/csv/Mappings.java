package io.cradle.ingest.csv;

import io.cradle.ingest.align.Interpolation;
import java.util.List;
import java.util.Map;

/** Mappings of columns for tests. */
final class Mappings {
    static final CsvMapping PENDULUM = pendulum(Resampling.KEEP, 0);

    private Mappings() {}

    static CsvMapping cut(int episodeSteps) {
        return pendulum(Resampling.KEEP, episodeSteps);
    }

    static CsvMapping resampled(double rate, double longestGap) {
        return pendulum(new Resampling(rate, longestGap), 0);
    }

    static CsvMapping one(CsvColumn column, ClockUnit unit) {
        return new CsvMapping(",", new CsvClock("t", unit), Map.of("proprio", List.of(column)), Resampling.KEEP, 0);
    }

    private static CsvMapping pendulum(Resampling resampling, int episodeSteps) {
        return new CsvMapping(
                ",",
                new CsvClock("time", ClockUnit.S),
                Map.of(
                        "proprio",
                        List.of(
                                new CsvColumn("position", "rad", -200, 200, Interpolation.LINEAR),
                                new CsvColumn("velocity", "rad/s", -50, 50, Interpolation.LINEAR)),
                        "action",
                        List.of(new CsvColumn("torque", "N m", -20, 20, Interpolation.HOLD))),
                resampling,
                episodeSteps);
    }
}
