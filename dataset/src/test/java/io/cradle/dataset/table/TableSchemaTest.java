package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TableSchemaTest {
    @Property(tries = 200)
    void aSpecificationSurvivesItsJson(
            @ForAll Encoding encoding,
            @ForAll Scaling scaling,
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 40) Integer> shape,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double low,
            @ForAll @DoubleRange(min = 0, max = 1e9) double rate) {
        TensorSpec tensor = new TensorSpec(
                "t",
                encoding,
                encoding == Encoding.PNG ? List.of(3, 4) : shape,
                List.of(),
                scaling,
                low,
                low + 1,
                rate);

        assertThat(TableSchema.fromJson(TableSchema.toJson(tensor), "f")).isEqualTo(tensor);
    }

    @Property(tries = 200)
    void channelsSurviveTheirJson(@ForAll @Size(max = 6) List<String> units) {
        List<Channel> channels = java.util.stream.IntStream.range(0, units.size())
                .mapToObj(i -> new Channel("c\"" + i, units.get(i), Double.NEGATIVE_INFINITY, 0.1 * i))
                .toList();
        TensorSpec tensor =
                new TensorSpec("t", Encoding.F32, List.of(Math.max(1, units.size())), channels, Scaling.NONE, 0, 1, 0);

        assertThat(TableSchema.fromJson(TableSchema.toJson(tensor), "f")).isEqualTo(tensor);
    }

    @Test
    void aLayoutSurvivesItsSchemaAndTheSchemasJson() {
        StructType schema = TableSchema.of(SyntheticEpisodes.LAYOUT);

        assertThat(TableSchema.layout((StructType) StructType.fromJson(schema.json()), "f"))
                .isEqualTo(SyntheticEpisodes.LAYOUT);
        assertThat(TableKind.EPISODES.marks(schema)).isTrue();
        assertThat(TableKind.SELECTION.marks(schema)).isFalse();
    }

    @Test
    void theJsonIsAsTheFormatSays() {
        assertThat(TableSchema.toJson(SyntheticEpisodes.FRAME))
                .isEqualTo("{\"format\":1,\"tensor\":{\"name\":\"lcd\",\"encoding\":\"BITS\",\"shape\":[3,7],"
                        + "\"channels\":[],\"scaling\":\"NONE\",\"low\":0.0,\"high\":1.0,\"rate\":10.0}}");
    }

    @Test
    void aTensorMayNotBeNamedAsAColumnOfIdentity() {
        Layout layout = new Layout(List.of(TensorSpec.frame("policy", 2, 2, 1)));

        assertThatThrownBy(() -> TableSchema.of(layout))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot store tensor 'policy': the column of this name says which segment a row holds; rename it");
    }

    @Test
    void aSchemaThatWasChangedIsNamed() {
        StructType schema = TableSchema.of(SyntheticEpisodes.LAYOUT);
        Metadata frame = schema.apply("lcd").metadata();

        corrupt(schema.add("extra", DataTypes.BinaryType), "column 'extra' has no 'cradle.tensor' in its metadata");
        corrupt(schema.add("other", DataTypes.BinaryType, false, frame), "column 'other' describes a tensor 'lcd'");
        corrupt(
                new StructType().add("lcd", DataTypes.StringType, false, frame),
                "column 'lcd' is string, its tensor needs binary");
        corrupt(new StructType(), "its columns describe no layout");
        assertThatThrownBy(() -> TableSchema.fromJson("{\"format\":2}", "f"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("format 2, known is 1");
        assertThatThrownBy(() -> TableSchema.fromJson("{\"format\":1,\"tensor\":{\"name\":\"X\"}}", "f"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("is no description of a tensor");
    }

    private static void corrupt(StructType schema, String problem) {
        assertThatThrownBy(() -> TableSchema.layout(schema, "f"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContainingAll("Cannot read 'f'", problem);
    }
}
