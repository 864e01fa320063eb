package io.cradle.ingest.parquet;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.csv.ClockUnit;
import io.cradle.ingest.csv.CsvClock;
import io.cradle.ingest.parquet.ParquetColumn.Kind;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Takes stamps in the unit of the mapping as ns: exact of whole numbers, to the nearest of others. */
final class LogClock {
    private static final double LATEST = Long.MAX_VALUE / 2.0;
    private static final Map<String, ClockUnit> DECLARED =
            Map.of("TIMESTAMP(MILLIS", ClockUnit.MS, "TIMESTAMP(MICROS", ClockUnit.US, "TIMESTAMP(NANOS", ClockUnit.NS);

    private final boolean whole;
    private final long factor;
    private final String name;

    private LogClock(boolean whole, CsvClock clock) {
        this.whole = whole;
        this.factor = Math.round(Math.pow(10, clock.unit().digits()));
        this.name = clock.column();
    }

    /** The clock of a file; its schema may declare another unit than the mapping, which is refused. */
    static LogClock of(Path file, ParquetColumn column, CsvClock clock) {
        DECLARED.forEach((type, unit) -> {
            if (column.stored().contains(type) && unit != clock.unit()) {
                throw new CorruptDataException(
                        file.toString(),
                        "column '%s' is declared as '%s', the configuration says %s; set 'ingest.csv.time.unit' to %s"
                                .formatted(column.name(), column.stored(), lower(clock.unit()), lower(unit)));
            }
        });
        return new LogClock(column.kind() == Kind.INTEGER, clock);
    }

    private static String lower(ClockUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The stamp of the current row in ns.
     *
     * @throws ParquetLog.Refused if it is none
     */
    long time(ParquetCursor rows, int column) {
        double stamp = rows.number(column);
        if (Double.isNaN(stamp)) {
            throw new ParquetLog.Refused(
                    rows.row(),
                    "time missing",
                    "column '%s' holds no time; remove the row or log its time".formatted(name));
        }
        if (!(Math.abs(stamp) * factor <= LATEST)) {
            throw new ParquetLog.Refused(
                    rows.row(),
                    "time out of range",
                    "time %s of column '%s' is beyond 146 years; mend 'ingest.csv.time.unit'".formatted(stamp, name));
        }
        return whole ? rows.integer(column) * factor : nearest(stamp);
    }

    /** Split into whole and rest, as the product of both would lose digits. */
    private long nearest(double stamp) {
        double floor = Math.floor(stamp);
        return ((long) floor) * factor + Math.round((stamp - floor) * factor);
    }
}
