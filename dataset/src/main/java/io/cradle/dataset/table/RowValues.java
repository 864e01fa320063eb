package io.cradle.dataset.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads a row as an array: BINARY as {@code byte[]}, INT32 as {@code Integer}, and a list of FLOAT or INT64 as its
 * elements' little-endian bytes, which are a tensor's canonical form. A value that is null stays null.
 */
final class RowValues extends RecordMaterializer<Object[]> {
    private final Object[] row;
    private final Converter[] columns;
    private final GroupConverter root = new GroupConverter() {
        @Override
        public Converter getConverter(int field) {
            return columns[field];
        }

        @Override
        public void start() {
            Arrays.fill(row, null);
        }

        @Override
        public void end() {}
    };

    RowValues(MessageType schema) {
        row = new Object[schema.getFieldCount()];
        columns = new Converter[row.length];
        for (int i = 0; i < row.length; i++) {
            Type type = schema.getType(i);
            columns[i] = type.isPrimitive() ? new Single(row, i) : new ListColumn(row, i);
        }
    }

    @Override
    public Object[] getCurrentRecord() {
        return row.clone();
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    /** A column of one value a row. */
    private static final class Single extends PrimitiveConverter {
        private final Object[] row;
        private final int column;

        Single(Object[] row, int column) {
            this.row = row;
            this.column = column;
        }

        @Override
        public void addBinary(Binary value) {
            row[column] = value.getBytes();
        }

        @Override
        public void addInt(int value) {
            row[column] = value;
        }
    }

    /** A column of one list a row: the list's group, the repeated group in it, and the element in that. */
    private static final class ListColumn extends GroupConverter {
        private final Object[] row;
        private final int column;
        private final Bytes bytes = new Bytes();
        private final GroupConverter repeated = new GroupConverter() {
            @Override
            public Converter getConverter(int field) {
                return bytes;
            }

            @Override
            public void start() {}

            @Override
            public void end() {}
        };

        ListColumn(Object[] row, int column) {
            this.row = row;
            this.column = column;
        }

        @Override
        public Converter getConverter(int field) {
            return repeated;
        }

        @Override
        public void start() {
            bytes.clear();
        }

        @Override
        public void end() {
            row[column] = bytes.toArray();
        }
    }

    /** Elements of a list, one after the other. */
    private static final class Bytes extends PrimitiveConverter {
        private static final int FIRST_CAPACITY = 1 << 10;

        private ByteBuffer buffer = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

        @Override
        public void addFloat(float value) {
            room(Float.BYTES).putFloat(value);
        }

        @Override
        public void addLong(long value) {
            room(Long.BYTES).putLong(value);
        }

        void clear() {
            buffer.clear();
        }

        byte[] toArray() {
            return Arrays.copyOf(buffer.array(), buffer.position());
        }

        private ByteBuffer room(int bytes) {
            if (buffer.remaining() < bytes) {
                buffer = ByteBuffer.allocate(Math.multiplyExact(2, buffer.capacity()))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(buffer.flip());
            }
            return buffer;
        }
    }
}
