package io.cradle.ingest.parquet;

import io.cradle.ingest.parquet.ParquetColumn.Kind;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** What a column's part of the schema means: one value, a list, or what is not read. */
final class ColumnShape {
    private static final String BYTES = "bytes";

    private ColumnShape() {}

    static ParquetColumn of(Type field) {
        return new ParquetColumn(field.getName(), kind(field), field.toString().strip());
    }

    private static Kind kind(Type field) {
        if (field.isPrimitive()) {
            Kind single = single(field.asPrimitiveType());
            return field.isRepetition(Type.Repetition.REPEATED) ? listOf(single) : single;
        }
        return field.isRepetition(Type.Repetition.REPEATED) ? Kind.OTHER : group(field.asGroupType());
    }

    /** What of a field is read: of a structure that holds bytes those alone. */
    static Type read(Type field) {
        if (field.isPrimitive() || kind(field) != Kind.BYTES) {
            return field;
        }
        GroupType group = field.asGroupType();
        return new GroupType(group.getRepetition(), group.getName(), group.getType(BYTES));
    }

    private static boolean holdsBytes(GroupType group) {
        return group.containsField(BYTES)
                && group.getType(BYTES).isPrimitive()
                && !group.getType(BYTES).isRepetition(Type.Repetition.REPEATED)
                && single(group.getType(BYTES).asPrimitiveType()) == Kind.BYTES;
    }

    /** Lists in three levels, {@code list.element}, and in the two levels of older writers. */
    private static Kind group(GroupType group) {
        if (holdsBytes(group)) {
            return Kind.BYTES;
        }
        if (group.getFieldCount() != 1 || !group.getType(0).isRepetition(Type.Repetition.REPEATED)) {
            return Kind.OTHER;
        }
        Type repeated = group.getType(0);
        if (repeated.isPrimitive()) {
            return listOf(single(repeated.asPrimitiveType()));
        }
        GroupType items = repeated.asGroupType();
        boolean plain = items.getFieldCount() == 1
                && items.getType(0).isPrimitive()
                && !items.getType(0).isRepetition(Type.Repetition.REPEATED);
        return plain ? listOf(single(items.getType(0).asPrimitiveType())) : Kind.OTHER;
    }

    private static Kind listOf(Kind element) {
        return element.isNumber() ? Kind.NUMBERS : element == Kind.TEXT ? Kind.TEXTS : Kind.OTHER;
    }

    private static Kind single(PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case INT32, INT64 -> logical instanceof DecimalLogicalTypeAnnotation ? Kind.OTHER : Kind.INTEGER;
            case FLOAT, DOUBLE -> Kind.REAL;
            case BOOLEAN -> Kind.BOOLEAN;
            case BINARY ->
                logical instanceof StringLogicalTypeAnnotation ? Kind.TEXT : logical == null ? Kind.BYTES : Kind.OTHER;
            default -> Kind.OTHER;
        };
    }

    /** Whether a column's integers have no sign. */
    static boolean isUnsigned(PrimitiveType type) {
        return type.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation integer && !integer.isSigned();
    }
}
