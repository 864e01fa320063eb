package io.cradle.dataset.table;

import static org.apache.spark.sql.functions.lit;

import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import io.cradle.dataset.score.Sketch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;

/** What was decided on episodes as rows of a selection, and back. The rows that decisions work on lack {@link #PARENT}. */
public final class SelectionRows {
    /** Id of the episode. */
    public static final String EPISODE = "episode_id";
    /** Whether it stays. */
    public static final String KEEP = "keep";
    /** Why it leaves; empty where it stays. */
    public static final String REASON = "reason";
    /** {@link Split} of the episode. */
    public static final String SPLIT = "split";
    /** Which part of a balanced whole it belongs to; empty where nothing is balanced. */
    public static final String STRATUM = "stratum";
    /** How much it counts in training; 0 where it leaves. */
    public static final String WEIGHT = "weight";
    /** Name of its world or robot. */
    public static final String WORLD = "world";
    /** Kind of its origin. */
    public static final String SOURCE = "source";
    /** Identity of its policy. */
    public static final String POLICY = "policy";
    /** Digests of its contents, ascending; more than one is a contradiction. */
    public static final String DIGESTS = "digests";
    /** How often it stands in the table. */
    public static final String COPIES = "copies";
    /** A structure with a number, or null, for each {@link Score}. */
    public static final String SCORES = "scores";
    /** {@link Sketch#bytes}. */
    public static final String SKETCH = "sketch";

    static final String PARENT = "parent";
    /** Metadata of the scores' column: how they were measured. */
    static final String SCORING = "cradle.scoring";

    private SelectionRows() {}

    /** The columns as they are stored; {@code scoring} says how scores were measured. */
    static StructType schema(String scoring) {
        Metadata measured = new MetadataBuilder().putString(SCORING, scoring).build();
        return new StructType(new StructField[] {
            new StructField(EPISODE, DataTypes.StringType, true, TableKind.SELECTION.mark(new MetadataBuilder())),
            field(KEEP, DataTypes.BooleanType),
            field(REASON, DataTypes.StringType),
            field(SPLIT, DataTypes.StringType),
            field(STRATUM, DataTypes.StringType),
            field(WEIGHT, DataTypes.DoubleType),
            field(WORLD, DataTypes.StringType),
            field(SOURCE, DataTypes.StringType),
            field(POLICY, DataTypes.StringType),
            field(DIGESTS, DataTypes.createArrayType(DataTypes.StringType)),
            field(COPIES, DataTypes.IntegerType),
            new StructField(SCORES, scores(), true, measured),
            field(SKETCH, DataTypes.BinaryType),
            field(PARENT, DataTypes.StringType)
        });
    }

    private static StructField field(String name, DataType type) {
        return new StructField(name, type, true, Metadata.empty()); // Delta keeps no other
    }

    private static StructType scores() {
        return new StructType(Arrays.stream(Score.values())
                .map(score -> new StructField(score.toString(), DataTypes.DoubleType, true, Metadata.empty())
                        .withComment(score.meaning()))
                .toArray(StructField[]::new));
    }

    /** Rows of verdicts, without {@link #PARENT}. */
    static Dataset<Row> of(SparkSession spark, JavaRDD<Judged> judged) {
        StructType all = schema("");
        StructType schema = new StructType(Arrays.copyOf(all.fields(), all.length() - 1));
        return spark.createDataFrame(judged.map(SelectionRows::toRow), schema);
    }

    /** Rows of a selection in which everything stays: nothing is decided yet. */
    public static Dataset<Row> undecided(SparkSession spark, JavaRDD<Candidate> candidates) {
        return of(spark, candidates.map(candidate -> Judged.of(candidate, new Verdict.Keep())));
    }

    /** The same rows, as if nothing had been decided. */
    static Dataset<Row> undecided(Dataset<Row> decided) {
        return decided.drop(PARENT)
                .withColumn(KEEP, lit(true))
                .withColumn(REASON, lit(""))
                .withColumn(STRATUM, lit(""))
                .withColumn(WEIGHT, lit(1.0));
    }

    private static Row toRow(Judged judged) {
        Candidate candidate = judged.candidate();
        return RowFactory.create(
                candidate.episode(),
                judged.stays(),
                judged.verdict().reason(),
                candidate.split().name(),
                judged.stratum(),
                judged.weight(),
                candidate.world(),
                candidate.source(),
                candidate.policy(),
                candidate.digests().toArray(String[]::new),
                candidate.copies(),
                toRow(candidate.scores()),
                candidate.sketch().bytes());
    }

    private static Row toRow(Scores scores) {
        Map<Score, Double> measured = scores.asMap();
        return RowFactory.create(
                Arrays.stream(Score.values()).map(measured::get).toArray());
    }

    static Judged fromRow(Row row) {
        return new Judged(candidate(row), Verdict.of(row.getAs(REASON)), row.getAs(STRATUM), row.<Double>getAs(WEIGHT));
    }

    /** What is decided by, from a row. */
    public static Candidate candidate(Row row) {
        List<String> digests = JavaConverters.seqAsJavaList(row.getSeq(row.fieldIndex(DIGESTS)));
        return new Candidate(
                row.getAs(EPISODE),
                Split.valueOf(row.getAs(SPLIT)),
                row.getAs(WORLD),
                row.getAs(SOURCE),
                row.getAs(POLICY),
                digests,
                row.<Integer>getAs(COPIES),
                scores(row.getStruct(row.fieldIndex(SCORES))),
                Sketch.ofBytes(row.getAs(SKETCH)));
    }

    /** What was measured, from the structure in {@link #SCORES}, whose fields are in the order of {@link Score}. */
    public static Scores scores(Row row) {
        double[] values = new double[row.length()]; // millions are read: no objects
        for (int i = 0; i < values.length; i++) {
            values[i] = row.isNullAt(i) ? Double.NaN : row.getDouble(i);
        }
        return Scores.inOrder(values);
    }
}
