package io.cradle.ingest.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;

/** Takes the current value of a column as a number. */
@FunctionalInterface
interface Decoder {
    double decode(ColumnReader reader);

    static Decoder of(ColumnDescriptor column) {
        boolean unsigned = ColumnShape.isUnsigned(column.getPrimitiveType());
        return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case FLOAT -> ColumnReader::getFloat;
            case DOUBLE -> ColumnReader::getDouble;
            case BOOLEAN -> reader -> reader.getBoolean() ? 1 : 0;
            case INT32 -> unsigned ? reader -> Integer.toUnsignedLong(reader.getInteger()) : ColumnReader::getInteger;
            case INT64 -> unsigned ? reader -> unsigned(reader.getLong()) : reader -> (double) reader.getLong();
            default -> throw new IllegalArgumentException("Cannot read %s as numbers".formatted(column));
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? (double) value : 2.0 * (value >>> 1);
    }
}
