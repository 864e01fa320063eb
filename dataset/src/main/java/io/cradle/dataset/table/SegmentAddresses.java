package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.window.SegmentAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Where the segments of data files lie. */
final class SegmentAddresses {
    private static final List<String> COLUMNS =
            List.of(SegmentColumns.EPISODE, SegmentColumns.FIRST_STEP, SegmentColumns.STEPS, SegmentColumns.SPLIT);
    private static final Comparator<SegmentAddress> ORDER = Comparator.comparing(SegmentAddress::episode)
            .thenComparingInt(SegmentAddress::firstStep)
            .thenComparing(SegmentAddress::file)
            .thenComparingLong(SegmentAddress::row);

    private SegmentAddresses() {}

    /** All segments of the files, in ascending order of episode and first step, none twice. */
    static List<SegmentAddress> of(SparkSession spark, List<String> files, Configuration hadoop) {
        SerializableConfiguration shipped = new SerializableConfiguration(hadoop);
        List<SegmentAddress> found =
                TaskFailure.unwrapping(() -> JavaSparkContext.fromSparkContext(spark.sparkContext())
                        .parallelize(files, Math.max(1, files.size()))
                        .flatMap(file -> of(file, shipped.value()).iterator())
                        .collect());
        return distinct(found.stream().sorted(ORDER).toList());
    }

    private static List<SegmentAddress> distinct(List<SegmentAddress> sorted) {
        List<SegmentAddress> distinct = new ArrayList<>();
        for (SegmentAddress segment : sorted) {
            SegmentAddress last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
            if (last == null || !last.episode().equals(segment.episode()) || last.firstStep() != segment.firstStep()) {
                distinct.add(segment);
            }
        }
        return distinct;
    }

    /** The segments of one file, in order of row. */
    static List<SegmentAddress> of(String file, Configuration hadoop) {
        List<SegmentAddress> segments = new ArrayList<>();
        for (Object[] row : SegmentFile.rows(hadoop, file, COLUMNS)) {
            segments.add(address(file, segments.size(), row));
        }
        return segments;
    }

    private static SegmentAddress address(String file, long row, Object[] values) {
        try {
            return new SegmentAddress(
                    file,
                    row,
                    text(values[0]),
                    (Integer) values[1],
                    (Integer) values[2],
                    Split.valueOf(text(values[3])));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException invalid) {
            throw new CorruptDataException(file, "row %d is no segment; build the table anew".formatted(row), invalid);
        }
    }

    static String text(Object binary) {
        return new String((byte[]) binary, StandardCharsets.UTF_8);
    }
}
