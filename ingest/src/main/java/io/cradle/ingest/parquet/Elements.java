package io.cradle.ingest.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.Type;

/**
 * What definition levels say of a list.
 *
 * @param first least level at which there is an element, be it null
 */
record Elements(int first) {
    static Elements of(ParquetColumn column, ColumnDescriptor stored) {
        if (stored.getMaxRepetitionLevel() != 1) {
            throw new IllegalArgumentException(
                    "Cannot read column '%s': its lists are nested".formatted(column.name()));
        }
        boolean nullable = stored.getPrimitiveType().isRepetition(Type.Repetition.OPTIONAL);
        return new Elements(stored.getMaxDefinitionLevel() - (nullable ? 1 : 0));
    }

    boolean isElement(int level) {
        return level >= first;
    }

    /** Whether there is no list at all; an empty one is one level below the first element. */
    boolean isNull(int level) {
        return level < first - 1;
    }
}
