package io.cradle.ingest.parquet;

import io.cradle.dataset.spec.Tensor;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** A value of a row that is written. Nothing is copied: what it is made of must stay as it is until the row is written. */
public abstract class Cell {
    private Cell() {}

    /** Of a column of {@link NewColumn.Kind#INTEGER}. */
    public static Cell integer(long value) {
        return new Cell() {
            @Override
            void write(RecordConsumer out) {
                out.addLong(value);
            }
        };
    }

    /** Of a column of {@link NewColumn.Kind#REAL}. */
    public static Cell real(double value) {
        return new Cell() {
            @Override
            void write(RecordConsumer out) {
                out.addDouble(value);
            }
        };
    }

    /** Of a column of {@link NewColumn.Kind#FLOAT}. */
    public static Cell single(float value) {
        return new Cell() {
            @Override
            void write(RecordConsumer out) {
                out.addFloat(value);
            }
        };
    }

    /** Of a column of {@link NewColumn.Kind#TEXT}. */
    public static Cell text(String value) {
        return new Cell() {
            @Override
            void write(RecordConsumer out) {
                out.addBinary(Binary.fromString(value));
            }
        };
    }

    /** Of a column of {@link NewColumn.Kind#TEXTS}. */
    public static Cell texts(List<String> values) {
        return new Cell() {
            @Override
            void write(RecordConsumer out) {
                list(out, values.size(), i -> out.addBinary(Binary.fromString(values.get(i))));
            }
        };
    }

    /** A row of a tensor, element by element in row-major order: of a column of the kind that its encoding asks for. */
    public static Cell row(Tensor tensor, int row) {
        return new Cell() {
            @Override
            void write(RecordConsumer out) {
                if (NewColumn.isSingle(tensor.spec())) {
                    element(out, tensor, row, 0);
                } else {
                    list(out, tensor.spec().elements(), i -> element(out, tensor, row, i));
                }
            }
        };
    }

    abstract void write(RecordConsumer out);

    private static void element(RecordConsumer out, Tensor tensor, int row, int element) {
        switch (tensor.spec().encoding()) {
            case BITS -> out.addBoolean(tensor.bit(row, element));
            case U8, PNG -> out.addInteger((int) tensor.value(row, element));
            case F32 -> out.addFloat(tensor.value(row, element));
            case I64 -> out.addLong(tensor.integer(row, element));
        }
    }

    /** Adds one element. */
    private interface Add {
        void element(int index);
    }

    private static void list(RecordConsumer out, int size, Add add) {
        out.startGroup();
        if (size > 0) {
            out.startField("list", 0);
            for (int i = 0; i < size; i++) {
                out.startGroup();
                out.startField("element", 0);
                add.element(i);
                out.endField("element", 0);
                out.endGroup();
            }
            out.endField("list", 0);
        }
        out.endGroup();
    }
}
