package io.cradle.dataset.table;

import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import io.cradle.dataset.score.Sketch;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;

/** What was decided on episodes as rows of a selection, and back. */
final class SelectionRows {
    static final String EPISODE = "episode_id";
    static final String KEEP = "keep";
    static final String REASON = "reason";
    static final String SPLIT = "split";
    static final String STRATUM = "stratum";
    static final String WEIGHT = "weight";
    static final String SCORES = "scores";
    static final String PARENT = "parent";
    /** Metadata of the scores' column: how they were measured. */
    static final String SCORING = "cradle.scoring";

    private SelectionRows() {}

    /** The columns; {@code scoring} says how scores were measured. */
    static StructType schema(String scoring) {
        Metadata measured = new MetadataBuilder().putString(SCORING, scoring).build();
        return new StructType(new StructField[] {
            new StructField(EPISODE, DataTypes.StringType, false, TableKind.SELECTION.mark(new MetadataBuilder())),
            field(KEEP, DataTypes.BooleanType),
            field(REASON, DataTypes.StringType),
            field(SPLIT, DataTypes.StringType),
            field(STRATUM, DataTypes.StringType),
            field(WEIGHT, DataTypes.DoubleType),
            field("world", DataTypes.StringType),
            field("source", DataTypes.StringType),
            field("policy", DataTypes.StringType),
            field("digests", DataTypes.createArrayType(DataTypes.StringType, false)),
            field("copies", DataTypes.IntegerType),
            new StructField(SCORES, scores(), false, measured),
            field("sketch", DataTypes.BinaryType),
            field(PARENT, DataTypes.StringType)
        });
    }

    private static StructField field(String name, DataType type) {
        return new StructField(name, type, false, Metadata.empty());
    }

    private static StructType scores() {
        return new StructType(Arrays.stream(Score.values())
                .map(score -> new StructField(score.toString(), DataTypes.DoubleType, true, Metadata.empty())
                        .withComment(score.meaning()))
                .toArray(StructField[]::new));
    }

    static Row toRow(Judged judged, String parent) {
        Candidate candidate = judged.candidate();
        return RowFactory.create(
                candidate.episode(),
                judged.stays(),
                judged.verdict() instanceof Verdict.Drop drop ? drop.reason() : "",
                candidate.split().name(),
                judged.stratum(),
                judged.weight(),
                candidate.world(),
                candidate.source(),
                candidate.policy(),
                candidate.digests().toArray(String[]::new),
                candidate.copies(),
                RowFactory.create(Arrays.stream(Score.values())
                        .map(score -> candidate.scores().asMap().get(score))
                        .toArray()),
                candidate.sketch().bytes(),
                parent);
    }

    static Judged fromRow(Row row) {
        String reason = row.getAs(REASON);
        Verdict verdict = row.<Boolean>getAs(KEEP) ? new Verdict.Keep() : new Verdict.Drop(reason);
        return new Judged(candidate(row), verdict, row.getAs(STRATUM), row.<Double>getAs(WEIGHT));
    }

    static Candidate candidate(Row row) {
        List<String> digests = JavaConverters.seqAsJavaList(row.getSeq(row.fieldIndex("digests")));
        return new Candidate(
                row.getAs(EPISODE),
                Split.valueOf(row.getAs(SPLIT)),
                row.getAs("world"),
                row.getAs("source"),
                row.getAs("policy"),
                digests,
                row.<Integer>getAs("copies"),
                scores(row.getStruct(row.fieldIndex(SCORES))),
                Sketch.ofBytes(row.getAs("sketch")));
    }

    private static Scores scores(Row row) {
        Map<Score, Double> values = new EnumMap<>(Score.class);
        for (Score score : Score.values()) {
            Double value = row.getAs(score.toString());
            if (value != null) {
                values.put(score, value);
            }
        }
        return Scores.of(values);
    }
}
