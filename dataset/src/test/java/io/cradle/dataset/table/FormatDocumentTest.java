package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** {@code docs/format.md} says what is on disk: every column that there is, and no other. */
class FormatDocumentTest {
    private static final FormatDocument DOCUMENT = FormatDocument.read();

    @Test
    void theColumnsOfATableOfEpisodesAreThoseOfTheSchema() {
        assertThat(DOCUMENT.table("A table of episodes", "column")).isEqualTo(types(SegmentColumns.FIELDS));
    }

    @Test
    void theColumnsOfASelectionAreThoseOfTheSchema() {
        List<StructField> fields = List.of(SelectionRows.schema("").fields());

        assertThat(DOCUMENT.table("A selection", "column")).isEqualTo(types(fields));
    }

    @Test
    void theScoresThatItNamesAreThoseOfTheSchema() {
        StructType scores = (StructType)
                SelectionRows.schema("").apply(SelectionRows.SCORES).dataType();
        String sentence = DOCUMENT.text().replaceAll("(?s).*\\. Scores are (.*?)\\..*", "$1");

        assertThat(FormatDocument.names(sentence)).containsExactly(scores.fieldNames());
    }

    private static Map<String, String> types(List<StructField> fields) {
        Map<String, String> types = new LinkedHashMap<>();
        fields.forEach(field -> types.put(field.name(), word(field.dataType())));
        return types;
    }

    private static String word(DataType type) {
        if (type instanceof ArrayType list) {
            return "array of " + word(list.elementType());
        }
        if (type instanceof StructType struct) {
            return "struct of " + word(struct.fields()[0].dataType());
        }
        return type.catalogString().replace("bigint", "long");
    }

    @Test
    void encodingsAreStoredAsTheirTableSays() {
        Map<String, String> stored = new LinkedHashMap<>();
        Stream.of(Encoding.values()).forEach(encoding -> stored.put(encoding.name(), parquet(encoding)));

        assertThat(DOCUMENT.table("A table of episodes", "encoding")).isEqualTo(stored);
    }

    private static String parquet(Encoding encoding) {
        TensorSpec tensor = new TensorSpec("t", encoding, List.of(3, 4), List.of(), Scaling.NONE, 0, 1, 0);
        DataType type = TableSchema.of(new Layout(List.of(tensor))).apply("t").dataType();
        if (type instanceof ArrayType list) {
            String element = list.elementType().catalogString().replace("bigint", "INT64");
            return "LIST of %s%s"
                    .formatted(element.toUpperCase(java.util.Locale.ROOT), list.containsNull() ? "" : ", no nulls");
        }
        return type.catalogString().toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void theExampleOfATensorsMetadataIsOne() {
        String json = DOCUMENT.block("json");

        assertThat(TableSchema.fromJson(json, "format.md")).isEqualTo(TensorSpec.frame("lcd", 16, 16, 10));
        assertThat(TableSchema.toJson(TensorSpec.frame("lcd", 16, 16, 10))).isEqualTo(json.replaceAll("\\s", ""));
    }

    @Test
    void theFormatsThatItNamesAreThoseThatAreWritten() {
        assertThat(DOCUMENT.text()).contains("\nFormat %d.".formatted(TableKind.EPISODES.format()));
        assertThat(DOCUMENT.text()).contains("\nFormat `selection/%d`:".formatted(TableKind.SELECTION.format()));
    }
}
