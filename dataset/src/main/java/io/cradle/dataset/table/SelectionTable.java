package io.cradle.dataset.table;

import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Scoring;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;

/**
 * What curation decided on each episode of one version of a table: a Delta table of one row an episode. The episodes
 * themselves are not copied.
 *
 * <p>Every method that reads throws {@link IllegalArgumentException} if there is no selection at the path.
 */
public final class SelectionTable {
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

    /** Whether it is a selection that lies at the path, of whatever format. */
    public boolean isSelection() {
        return folder.holdsKind();
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
     * @param judged one an episode, at least one
     * @param scoring how their scores were measured; {@link #scoring} gives it back
     * @param parent {@link EpisodeTable#reference} of what was judged
     * @throws IllegalArgumentException if the mode does not allow to write here, another build is at work, or there is
     *     no verdict
     */
    public void write(JavaRDD<Judged> judged, Scoring scoring, String parent, WriteMode mode, Lineage lineage) {
        write(
                () -> {
                    requireSome(judged);
                    return SelectionRows.of(folder.spark(), judged);
                },
                scoring,
                parent,
                mode,
                lineage);
    }

    private void requireSome(JavaRDD<Judged> judged) {
        if (judged.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot write selection '%s': no episode was judged; curate a table that holds some"
                            .formatted(path()));
        }
    }

    /**
     * As {@link #write(JavaRDD, Scoring, String, WriteMode, Lineage)}, of rows as {@link SelectionRows} has them.
     *
     * @param decided asked for when the build is alone on this path; at least one row, which is not looked for, since that
     *     would decide twice
     */
    public void write(Supplier<Dataset<Row>> decided, Scoring scoring, String parent, WriteMode mode, Lineage lineage) {
        folder.build(mode, () -> {
            Dataset<Row> whole = decided.get()
                    .withColumn(SelectionRows.PARENT, functions.lit(parent))
                    .to(SelectionRows.schema(scoring.toString()));
            folder.save(whole, mode, lineage);
        });
    }

    /** How many episodes were judged. */
    public long episodes() {
        return rows().count();
    }

    /** Those of the live data files that are not where they should be. */
    public List<String> missingFiles() {
        return DataFiles.missing(folder.files(version()), folder.hadoop());
    }

    /** Ids of the episodes that stay. */
    public Set<String> kept() {
        return new HashSet<>(strings(rows().where(SelectionRows.KEEP).select(SelectionRows.EPISODE)));
    }

    /** Those rows of a table of episodes, or of anything with their ids, whose episodes stay. */
    Dataset<Row> keeps(Dataset<Row> rows) {
        Dataset<Row> kept = rows().where(SelectionRows.KEEP).select(SelectionRows.EPISODE);
        return rows.join(kept, rows.col(SegmentColumns.EPISODE).equalTo(kept.col(SelectionRows.EPISODE)), "left_semi");
    }

    /** What was decided, in figures. */
    public SelectionFacts describe() {
        SelectionTable fixed = asOf(version());
        return TaskFailure.unwrapping(() -> new SelectionFactsBuilder()
                .addAll(fixed.rows())
                .build(path(), fixed.version(), fixed.parent(), fixed.scoring(), folder.history(fixed.version())));
    }

    /** Ids of the episodes that stay: the least ones, at most so many, in ascending order. */
    public List<String> firstKept(int most) {
        return strings(rows().where(SelectionRows.KEEP)
                .select(SelectionRows.EPISODE)
                .orderBy(SelectionRows.EPISODE)
                .limit(most));
    }

    /** How much each of the episodes of a split that stay counts in training, by id. */
    public Map<String, Double> weights(Split split) {
        return kept(split, SelectionRows.WEIGHT);
    }

    /** Strata of the episodes of a split that stay, by id; empty where nothing is balanced. */
    public Map<String, String> strata(Split split) {
        return kept(split, SelectionRows.STRATUM);
    }

    private <T> Map<String, T> kept(Split split, String column) {
        Map<String, T> values = new HashMap<>();
        rows().where(SelectionRows.KEEP)
                .where("%s = '%s'".formatted(SelectionRows.SPLIT, split))
                .select(SelectionRows.EPISODE, column)
                .collectAsList()
                .forEach(row -> values.put(row.getString(0), row.getAs(1)));
        return values;
    }

    /** Everything that was decided, in no order. */
    public JavaRDD<Judged> judged() {
        return rows().toJavaRDD().map(SelectionRows::fromRow);
    }

    /** Its rows as {@link SelectionRows} has them, as if nothing had been decided: to decide again, reading no episode. */
    public Dataset<Row> undecided() {
        return SelectionRows.undecided(rows());
    }

    /** Its rows as {@link SelectionRows} has them, in no order: for what is summed up over all. */
    public Dataset<Row> decided() {
        return rows().drop(SelectionRows.PARENT);
    }

    /** How many episodes stay. */
    public long countKept() {
        return rows().where(SelectionRows.KEEP).count();
    }

    /** {@link Scoring} of its scores, as text: scores that were measured otherwise cannot be compared with them. */
    public String scoring() {
        Metadata metadata = rows().schema().apply(SelectionRows.SCORES).metadata();
        return metadata.getString(SelectionRows.SCORING);
    }

    /** Episodes that were left out, by reason. */
    public Map<String, Long> countsByReason() {
        Map<String, Long> counts = new TreeMap<>();
        rows().where("not " + SelectionRows.KEEP)
                .groupBy(SelectionRows.REASON)
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
        List<String> parents = strings(rows().select(SelectionRows.PARENT).distinct());
        if (parents.size() != 1) {
            throw new IllegalArgumentException("Cannot name the parent of selection '%s': it judges %s; write one each"
                    .formatted(path(), parents));
        }
        return parents.get(0);
    }

    /** How this version came to be. */
    public Lineage lineage() {
        return folder.commit(version()).lineage();
    }

    private Dataset<Row> rows() {
        return folder.rows(version());
    }

    private static List<String> strings(Dataset<Row> column) {
        return column.collectAsList().stream().map(row -> row.getString(0)).toList();
    }
}
