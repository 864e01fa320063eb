package io.cradle.ingest.csv;

import io.cradle.dataset.spec.Channel;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.take.SiUnit;
import java.io.Serializable;

/**
 * One column of numbers.
 *
 * @param column its name in the header, which becomes the channel's
 * @param unit unit of the numbers in the file; they are stored in SI
 * @param low least value that is no fault, in SI
 * @param high greatest value that is no fault, in SI
 * @param interpolation what stands between two rows where a log is put on one clock
 */
public record CsvColumn(String column, String unit, double low, double high, Interpolation interpolation)
        implements Serializable {
    public CsvColumn {
        if (column.isBlank()) {
            throw new IllegalArgumentException("Invalid ingest.csv.tensors: a column has no name");
        }
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "Invalid range [%s, %s] of column '%s': low must be below high, both finite"
                            .formatted(low, high, column));
        }
        SiUnit.of(unit);
    }

    /** What it becomes. */
    Channel channel() {
        return new Channel(column, si().symbol(), low, high);
    }

    /** Its unit in SI. */
    public SiUnit si() {
        return SiUnit.of(unit);
    }
}
