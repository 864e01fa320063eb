package io.cradle.dataset.table;

import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;

/**
 * What curation decided on each episode of one version of a table: a Delta table of one row an episode. The episodes
 * themselves are not copied.
 *
 * <p>Every method that reads throws {@link IllegalArgumentException} if there is no selection at the path.
 */
public final class SelectionTable {
    private static final String EPISODE = "episode_id";
    private static final String KEEP = "keep";
    private static final String REASON = "reason";
    private static final String PARENT = "parent";
    private static final StructType SCHEMA = new StructType(new StructField[] {
        new StructField(EPISODE, DataTypes.StringType, false, TableKind.SELECTION.mark(new MetadataBuilder())),
        new StructField(KEEP, DataTypes.BooleanType, false, Metadata.empty()),
        new StructField(REASON, DataTypes.StringType, false, Metadata.empty()),
        new StructField("copies", DataTypes.IntegerType, false, Metadata.empty()),
        new StructField(
                "scores",
                DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType, false),
                false,
                Metadata.empty()),
        new StructField("stratum", DataTypes.StringType, true, Metadata.empty()),
        new StructField("weight", DataTypes.DoubleType, false, Metadata.empty()),
        new StructField(PARENT, DataTypes.StringType, false, Metadata.empty())
    });

    private final DeltaFolder folder;
    private final OptionalLong pinned;

    private SelectionTable(DeltaFolder folder, OptionalLong pinned) {
        this.folder = folder;
        this.pinned = pinned;
    }

    /**
     * The selection at a path, whether it exists or not.
     *
     * @param spark a session built with {@link TableSettings#spark}
     * @param path local path, or a URI that Hadoop knows
     */
    public static SelectionTable at(SparkSession spark, String path) {
        return new SelectionTable(DeltaFolder.at(spark, path, TableKind.SELECTION), OptionalLong.empty());
    }

    /** Whether a Delta table was ever committed at the path, of whatever kind. */
    public boolean exists() {
        return folder.exists();
    }

    /** Absolute path; a URI unless it is on a local disk. */
    public String path() {
        return folder.name();
    }

    /** The version that is read. */
    public long version() {
        return pinned.orElseGet(folder::version);
    }

    /** {@code path@version}, by which lineage names a parent. */
    public String reference() {
        return path() + "@" + version();
    }

    /** The same selection, read at a version for good. */
    public SelectionTable asOf(long version) {
        folder.requireVersion(version);
        return new SelectionTable(folder, OptionalLong.of(version));
    }

    /**
     * Commits verdicts as one version.
     *
     * @param rows one an episode, at least one
     * @param parent {@link EpisodeTable#reference} of what was judged
     * @throws IllegalArgumentException if the mode does not allow to write here, another build is at work, or there is
     *     no verdict
     */
    public void write(JavaRDD<Judged> rows, String parent, WriteMode mode, Lineage lineage) {
        folder.build(mode, () -> {
            if (rows.isEmpty()) {
                throw new IllegalArgumentException(
                        "Cannot write selection '%s': no episode was judged; curate a table that holds some"
                                .formatted(path()));
            }
            JavaRDD<Row> values = rows.map(judged -> toRow(judged, parent));
            folder.save(folder.spark().createDataFrame(values, SCHEMA), mode, lineage);
        });
    }

    /** Ids of the episodes that stay. */
    public Set<String> kept() {
        return new HashSet<>(strings(rows().where(KEEP).select(EPISODE)));
    }

    /** Episodes that were left out, by reason. */
    public Map<String, Long> countsByReason() {
        Map<String, Long> counts = new TreeMap<>();
        rows().where("not " + KEEP)
                .groupBy(REASON)
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    /**
     * {@code path@version} of the table that was judged.
     *
     * @throws IllegalArgumentException if verdicts on several tables were appended to one another
     */
    public String parent() {
        List<String> parents = strings(rows().select(PARENT).distinct());
        if (parents.size() != 1) {
            throw new IllegalArgumentException("Cannot name the parent of selection '%s': it judges %s; write one each"
                    .formatted(path(), parents));
        }
        return parents.get(0);
    }

    /** How this version came to be. */
    public Lineage lineage() {
        List<Commit> history = folder.history(version());
        return history.get(history.size() - 1).lineage();
    }

    private Dataset<Row> rows() {
        return folder.rows(version());
    }

    private static List<String> strings(Dataset<Row> column) {
        return column.collectAsList().stream().map(row -> row.getString(0)).toList();
    }

    private static Row toRow(Judged judged, String parent) {
        boolean keep = judged.verdict() instanceof Verdict.Keep;
        String reason = judged.verdict() instanceof Verdict.Drop drop ? drop.reason() : "";
        return RowFactory.create(
                judged.episode(),
                keep,
                reason,
                judged.copies(),
                JavaConverters.mapAsScalaMap(judged.scores()),
                null,
                1.0,
                parent);
    }
}
