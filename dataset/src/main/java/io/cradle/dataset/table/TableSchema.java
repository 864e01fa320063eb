package io.cradle.dataset.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Layouts as schemas and back: each tensor is a column whose metadata holds its specification as JSON. */
final class TableSchema {
    static final String TENSOR = "cradle.tensor";
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A specification as it is written; the number changes when its meaning does. */
    private record Stored(int format, TensorSpec tensor) {}

    private TableSchema() {}

    /**
     * The schema of a table of this layout.
     *
     * @throws IllegalArgumentException if a tensor is named as one of {@link SegmentColumns}
     */
    static StructType of(Layout layout) {
        List<StructField> fields = new ArrayList<>(SegmentColumns.FIELDS);
        for (TensorSpec tensor : layout.tensors()) {
            if (SegmentColumns.NAMES.contains(tensor.name())) {
                throw new IllegalArgumentException(
                        "Cannot store tensor '%s': the column of this name says which segment a row holds; rename it"
                                .formatted(tensor.name()));
            }
            fields.add(new StructField(
                    tensor.name(),
                    type(tensor),
                    false,
                    new MetadataBuilder().putString(TENSOR, toJson(tensor)).build()));
        }
        return new StructType(fields.toArray(StructField[]::new));
    }

    /**
     * The layout of a table with this schema.
     *
     * @param path the table, for messages
     * @throws CorruptDataException if the schema is none that {@link #of} gives
     */
    static Layout layout(StructType schema, String path) {
        List<StructField> tensors = Arrays.stream(schema.fields())
                .filter(field -> !SegmentColumns.NAMES.contains(field.name()))
                .toList();
        try {
            return new Layout(tensors.stream().map(field -> tensor(field, path)).toList());
        } catch (IllegalArgumentException invalid) {
            throw new CorruptDataException(
                    path, "its columns describe no layout (%s)".formatted(invalid.getMessage()), invalid);
        }
    }

    private static DataType type(TensorSpec tensor) {
        return switch (tensor.encoding()) {
            case BITS, U8, PNG -> DataTypes.BinaryType;
            case F32 -> DataTypes.createArrayType(DataTypes.FloatType, false);
            case I64 -> DataTypes.createArrayType(DataTypes.LongType, false);
        };
    }

    private static TensorSpec tensor(StructField field, String path) {
        if (!field.metadata().contains(TENSOR)) {
            throw new CorruptDataException(
                    path,
                    "column '%s' has no '%s' in its metadata; another program has changed the table"
                            .formatted(field.name(), TENSOR));
        }
        TensorSpec tensor = fromJson(field.metadata().getString(TENSOR), path);
        if (!tensor.name().equals(field.name())) {
            throw new CorruptDataException(
                    path,
                    "column '%s' describes a tensor '%s'; another program has renamed it"
                            .formatted(field.name(), tensor.name()));
        }
        if (!type(tensor).catalogString().equals(field.dataType().catalogString())) {
            throw new CorruptDataException(
                    path,
                    "column '%s' is %s, its tensor needs %s; another program has changed the table"
                            .formatted(
                                    field.name(),
                                    field.dataType().catalogString(),
                                    type(tensor).catalogString()));
        }
        return tensor;
    }

    static String toJson(TensorSpec tensor) {
        try {
            return JSON.writeValueAsString(new Stored(FORMAT, tensor));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static TensorSpec fromJson(String json, String path) {
        try {
            int format = JSON.readTree(json).path("format").asInt();
            if (format != FORMAT) {
                throw new CorruptDataException(
                        path,
                        "its tensors are described in format %d, known is %d; use %s"
                                .formatted(
                                        format,
                                        FORMAT,
                                        format > FORMAT ? "a newer cradle" : "the cradle that wrote it"));
            }
            return JSON.readValue(json, Stored.class).tensor();
        } catch (JsonProcessingException invalid) {
            throw new CorruptDataException(path, "'%s' is no description of a tensor".formatted(json), invalid);
        }
    }
}
