package io.cradle.dataset.table;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/** The columns that say which segment of which episode a row holds; tensors come after them. */
final class SegmentColumns {
    static final String EPISODE = "episode_id";
    static final String SEGMENT = "segment";
    static final String SEGMENTS = "segments";
    static final String FIRST_STEP = "first_step";
    static final String STEPS = "steps";
    static final String EPISODE_STEPS = "episode_steps";
    static final String SPLIT = "split";
    static final String WORLD = "world";
    static final String SOURCE = "source";
    static final String WORLD_DIGEST = "world_digest";
    static final String POLICY = "policy";
    static final String SEED = "seed";
    static final String GENERATOR = "generator";
    static final String RECORDING = "recording";
    static final String SPLIT_BY = "split_by";

    static final List<StructField> FIELDS = List.of(
            new StructField(EPISODE, DataTypes.StringType, false, TableKind.EPISODES.mark(new MetadataBuilder())),
            field(SEGMENT, DataTypes.IntegerType),
            field(SEGMENTS, DataTypes.IntegerType),
            field(FIRST_STEP, DataTypes.IntegerType),
            field(STEPS, DataTypes.IntegerType),
            field(EPISODE_STEPS, DataTypes.IntegerType),
            field(SPLIT, DataTypes.StringType),
            field(WORLD, DataTypes.StringType),
            field(SOURCE, DataTypes.StringType),
            field(WORLD_DIGEST, DataTypes.StringType),
            field(POLICY, DataTypes.StringType),
            field(SEED, DataTypes.LongType),
            field(GENERATOR, DataTypes.StringType),
            field(RECORDING, DataTypes.StringType),
            field(SPLIT_BY, DataTypes.StringType));

    static final List<String> NAMES = FIELDS.stream().map(StructField::name).toList();

    private SegmentColumns() {}

    private static StructField field(String name, DataType type) {
        return new StructField(name, type, false, Metadata.empty());
    }
}
