package io.cradle.ingest.parquet;

import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/** What a footer notes of a column's numbers. */
final class ColumnRange {
    private ColumnRange() {}

    /** {@code [2]} least and greatest over all row groups; empty where one of them does not tell, or a row lacks a number. */
    static Optional<double[]> of(List<BlockMetaData> groups, String column) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (BlockMetaData group : groups) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                if (chunk.getPath().toDotString().equals(column) && !widen(range, chunk)) {
                    return Optional.empty();
                }
            }
        }
        return Double.isFinite(range[0]) && Double.isFinite(range[1]) ? Optional.of(range) : Optional.empty();
    }

    /** Whether the chunk tells. */
    private static boolean widen(double[] range, ColumnChunkMetaData chunk) {
        Statistics<?> noted = chunk.getStatistics();
        if (noted == null || !noted.hasNonNullValue() || !noted.isNumNullsSet() || noted.getNumNulls() > 0) {
            return false;
        }
        if (ColumnShape.isUnsigned(chunk.getPrimitiveType())) {
            return false;
        }
        if (!(noted.genericGetMin() instanceof Number least) || !(noted.genericGetMax() instanceof Number greatest)) {
            return false;
        }
        range[0] = Math.min(range[0], least.doubleValue());
        range[1] = Math.max(range[1], greatest.doubleValue());
        return true;
    }
}
