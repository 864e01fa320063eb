package io.cradle.ingest.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.intType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import io.cradle.dataset.spec.TensorSpec;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * A column of a file that is written; nullable as others write them, though no value is missing.
 *
 * @param name such as {@code observation.state}
 */
public record NewColumn(String name, Kind kind) {
    private static final int BYTE = 8;

    /** What its values are. */
    public enum Kind {
        /** Whole numbers of 64 bits. */
        INTEGER,
        /** binary64. */
        REAL,
        /** binary32. */
        FLOAT,
        /** Yes or no. */
        BOOLEAN,
        /** Whole numbers from 0 to 255. */
        BYTE,
        /** Text in UTF-8. */
        TEXT,
        /** Lists of them. */
        TEXTS,
        /** Lists of binary32. */
        FLOATS,
        /** Lists of yes or no. */
        BOOLEANS,
        /** Lists of whole numbers from 0 to 255. */
        BYTES,
        /** Lists of whole numbers of 64 bits. */
        INTEGERS
    }

    /** The column that holds a tensor, a row a step: single numbers, else lists in row-major order. */
    public static NewColumn of(String name, TensorSpec spec) {
        boolean single = isSingle(spec);
        return new NewColumn(
                name,
                switch (spec.encoding()) {
                    case BITS -> single ? Kind.BOOLEAN : Kind.BOOLEANS;
                    case U8, PNG -> single ? Kind.BYTE : Kind.BYTES;
                    case F32 -> single ? Kind.FLOAT : Kind.FLOATS;
                    case I64 -> single ? Kind.INTEGER : Kind.INTEGERS;
                });
    }

    /** Whether a step of a tensor is written as a number and not as a list, which is how LeRobot writes one number. */
    static boolean isSingle(TensorSpec spec) {
        return spec.elements() == 1;
    }

    Type type() {
        return switch (kind) {
            case INTEGER -> primitive(PrimitiveTypeName.INT64, name);
            case REAL -> primitive(PrimitiveTypeName.DOUBLE, name);
            case FLOAT -> primitive(PrimitiveTypeName.FLOAT, name);
            case BOOLEAN -> primitive(PrimitiveTypeName.BOOLEAN, name);
            case BYTE -> small(name);
            case TEXT -> text(name);
            case TEXTS -> list(text("element"));
            case FLOATS -> list(primitive(PrimitiveTypeName.FLOAT, "element"));
            case BOOLEANS -> list(primitive(PrimitiveTypeName.BOOLEAN, "element"));
            case BYTES -> list(small("element"));
            case INTEGERS -> list(primitive(PrimitiveTypeName.INT64, "element"));
        };
    }

    private static PrimitiveType primitive(PrimitiveTypeName type, String name) {
        return Types.primitive(type, Repetition.OPTIONAL).named(name);
    }

    private static PrimitiveType small(String name) {
        return Types.primitive(PrimitiveTypeName.INT32, Repetition.OPTIONAL)
                .as(intType(BYTE, false))
                .named(name);
    }

    private static PrimitiveType text(String name) {
        return Types.primitive(PrimitiveTypeName.BINARY, Repetition.OPTIONAL)
                .as(stringType())
                .named(name);
    }

    private Type list(PrimitiveType element) {
        return Types.optionalList().element(element).named(name);
    }
}
