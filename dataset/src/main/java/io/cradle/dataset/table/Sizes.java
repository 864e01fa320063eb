package io.cradle.dataset.table;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * How large data files are. A monoid: {@link #NONE}, {@link #merge}.
 *
 * @param files how many
 * @param bytes of all files, with footers
 * @param columns bytes of each column, compressed, by its name
 */
record Sizes(long files, long bytes, SortedMap<String, Long> columns) implements Serializable {
    static final Sizes NONE = new Sizes(0, 0, new TreeMap<>());

    Sizes {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }

    /** Of all files; reads their footers alone. */
    static Sizes of(SparkSession spark, List<String> files, Configuration hadoop) {
        SerializableConfiguration shipped = new SerializableConfiguration(hadoop);
        return TaskFailure.unwrapping(() -> JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, Math.max(1, files.size()))
                .map(file -> of(file, shipped.value()))
                .fold(NONE, Sizes::merge));
    }

    private static Sizes of(String file, Configuration hadoop) {
        return new Sizes(
                1, DataFiles.bytes(List.of(file), hadoop), new TreeMap<>(SegmentFile.columnBytes(hadoop, file)));
    }

    Sizes merge(Sizes that) {
        SortedMap<String, Long> sum = new TreeMap<>(columns);
        that.columns.forEach((column, size) -> sum.merge(column, size, Long::sum));
        return new Sizes(files + that.files, bytes + that.bytes, sum);
    }

    /** Bytes a step of each of these columns. */
    SortedMap<String, Double> perStep(List<String> names, long steps) {
        SortedMap<String, Double> each = new TreeMap<>();
        names.forEach(name -> each.put(name, (double) columns.getOrDefault(name, 0L) / steps));
        return each;
    }
}
