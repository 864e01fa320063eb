package io.cradle.dataset.table;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.statistics.Statistics;
import io.cradle.dataset.statistics.StatisticsReport;
import io.cradle.dataset.window.SegmentAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * Episodes of one layout in a Delta table at a path; {@code docs/format.md} says what lies on disk. Reads go to the
 * newest version there is at the time of the call, or to the one that {@link #asOf} pins.
 *
 * <p>Every method that reads throws {@link IllegalArgumentException} if there is no table of episodes at the path.
 */
public final class EpisodeTable {
    private final DeltaFolder folder;
    private final OptionalLong pinned;

    private EpisodeTable(DeltaFolder folder, OptionalLong pinned) {
        this.folder = folder;
        this.pinned = pinned;
    }

    /**
     * The table at a path, whether it exists or not.
     *
     * @param spark a session built with {@link TableSettings#spark}
     * @param path local path, or a URI that Hadoop knows
     */
    public static EpisodeTable at(SparkSession spark, String path) {
        return new EpisodeTable(DeltaFolder.at(spark, path, TableKind.EPISODES), OptionalLong.empty());
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

    /** The same table, read at a version for good. */
    public EpisodeTable asOf(long version) {
        folder.requireVersion(version);
        return new EpisodeTable(folder, OptionalLong.of(version));
    }

    /**
     * Commits episodes as one version: all of them, or none if anything fails.
     *
     * @param episodes at least one; computed once, but for the first, which is asked for ahead
     * @param layout the layout of every one of them
     * @throws IllegalArgumentException if the mode does not allow to write here, another build is at work, there is no
     *     episode, or one is of another layout
     */
    public void write(JavaRDD<Episode> episodes, Layout layout, WriteMode mode, Lineage lineage) {
        write(List.of(episodes), layout, mode, lineage);
    }

    /**
     * Commits parts one after another, each as a version of its own, in one build: if it is killed, the parts before it
     * are there. The first is written by the mode, the others are added to it.
     *
     * @param parts asked for when the build is alone on this path, each when the one before it is committed; none leaves
     *     the table as it is
     * @throws IllegalArgumentException as {@link #write(JavaRDD, Layout, WriteMode, Lineage)}
     */
    public void write(Iterable<JavaRDD<Episode>> parts, Layout layout, WriteMode mode, Lineage lineage) {
        folder.build(mode, () -> {
            WriteMode next = mode == WriteMode.RESUME ? resumed() : mode;
            for (JavaRDD<Episode> part : parts) {
                save(part, layout, next, lineage, Map.of());
                next = WriteMode.APPEND;
            }
        });
    }

    /**
     * Commits batches one after another, each as a version of its own, and none twice: what was committed by an earlier
     * run, or by one that died right afterwards, is passed over. The table is made if there is none.
     *
     * @param batches each asked for when the one before it is committed
     * @throws IllegalArgumentException as {@link #write(JavaRDD, Layout, WriteMode, Lineage)}
     */
    public void writeOnce(Iterable<Batch> batches, Layout layout, Lineage lineage) {
        folder.build(WriteMode.RESUME, () -> {
            if (exists()) {
                requireSame(
                        layout,
                        "Cannot go on with table '%s': %s; give the settings that it was begun with, or another path");
            }
            for (Batch batch : batches) {
                if (committed(batch.writer()).orElse(-1) < batch.number()) {
                    save(batch.episodes(), layout, resumed(), lineage, batch.transaction());
                }
            }
        });
    }

    /** Number of the last {@link Batch} that a writer has committed to the newest version; empty if it has none. */
    public OptionalLong committed(String writer) {
        return exists() ? folder.committed(writer) : OptionalLong.empty();
    }

    private WriteMode resumed() {
        return exists() ? WriteMode.APPEND : WriteMode.CREATE;
    }

    private void save(
            JavaRDD<Episode> episodes, Layout layout, WriteMode mode, Lineage lineage, Map<String, String> options) {
        if (mode == WriteMode.APPEND) {
            requireSame(layout, "Cannot append to table '%s': %s; write to another table");
        }
        requireSome(episodes);
        folder.save(frame(episodes, layout), mode, lineage, options);
    }

    /**
     * Packs small data files into files of about {@link TableSettings#FILE_BYTES}, as one version of the same content;
     * the small ones stay for earlier versions until the table is vacuumed. Nothing is done where nothing is to pack.
     *
     * @throws IllegalArgumentException if there is no table, or another build is at work
     */
    public void compact(Lineage lineage) {
        folder.compact(lineage);
    }

    /** The tensors of every episode. */
    public Layout layout() {
        return layout(rows());
    }

    /** Names of the worlds that the episodes come from, in order. */
    public List<String> worlds() {
        return rows().select(SegmentColumns.WORLD).distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    /** The id of each episode once, in no order; reads no tensor. */
    public JavaRDD<String> ids() {
        return rows().select(SegmentColumns.EPISODE).distinct().javaRDD().map(row -> row.getString(0));
    }

    /** How many episodes stand there once more, of an id that stands there already; reads no tensor. */
    public long furtherCopies() {
        return rows().where(SegmentColumns.FIRST_STEP + " = 0").count() - ids().count();
    }

    /** The id of each episode of one split once, in no order; reads no tensor. */
    public JavaRDD<String> ids(Split split) {
        return rows().where("%s = '%s'".formatted(SegmentColumns.SPLIT, split))
                .select(SegmentColumns.EPISODE)
                .distinct()
                .javaRDD()
                .map(row -> row.getString(0));
    }

    /** Each episode once, in ascending order of id; shuffles. */
    public JavaRDD<Episode> episodes() {
        Dataset<Row> rows = rows();
        return StoredEpisodes.episodes(rows, layout(rows), path());
    }

    /** Every copy of every episode, in no order; episodes of at most 256 steps are read without a shuffle. */
    public JavaRDD<Episode> copies() {
        Dataset<Row> rows = rows();
        return StoredEpisodes.copies(rows, layout(rows), path());
    }

    /**
     * Copies as {@link #copies()}, but of those episodes alone that were appended after an earlier version; no file of that
     * version is read. Empty where that cannot be told: where something else was done than appending and packing, or
     * the files that were appended are gone since they were packed.
     */
    public Optional<JavaRDD<Episode>> copiesSince(long earlier) {
        return folder.appended(earlier, version()).map(this::copies);
    }

    private JavaRDD<Episode> copies(List<String> files) {
        Dataset<Row> rows = rows();
        Dataset<Row> chosen = files.isEmpty()
                ? rows.limit(0)
                : folder.spark().read().schema(rows.schema()).parquet(files.toArray(String[]::new));
        return StoredEpisodes.copies(chosen, layout(rows), path());
    }

    /** The episodes that a selection keeps, once each, in ascending order of id; ids are joined, never collected. */
    public JavaRDD<Episode> episodes(SelectionTable selection) {
        Dataset<Row> rows = rows();
        Dataset<Row> ids = selection.decided().where(SelectionRows.KEEP).select(SelectionRows.EPISODE);
        Dataset<Row> kept =
                rows.join(ids, rows.col(SegmentColumns.EPISODE).equalTo(ids.col(SelectionRows.EPISODE)), "left_semi");
        return StoredEpisodes.episodes(kept, layout(rows), path());
    }

    /** The episodes of one split, once each, in ascending order of id; reads no other. */
    public JavaRDD<Episode> episodes(Split split) {
        Dataset<Row> rows = rows();
        return StoredEpisodes.episodes(
                rows.where("%s = '%s'".formatted(SegmentColumns.SPLIT, split)), layout(rows), path());
    }

    /** Those of these ids that there are, once each, in ascending order; reads no other's tensors. */
    public JavaRDD<Episode> episodes(Collection<String> ids) {
        Dataset<Row> rows = rows();
        Column chosen = rows.col(SegmentColumns.EPISODE).isInCollection(ids);
        return StoredEpisodes.episodes(rows.where(chosen), layout(rows), path());
    }

    /**
     * Digests, in ascending order of id and then of digest. Copies of one content under one id are counted; an id
     * appears twice only if its contents differ.
     */
    public JavaRDD<EpisodeDigest> digests() {
        Dataset<Row> rows = rows();
        return StoredEpisodes.digests(rows, layout(rows), path());
    }

    /** Contents that stand in several splits; reads every tensor once. */
    public Leaks leaks() {
        return TaskFailure.unwrapping(() -> digests()
                .mapToPair(digest -> new Tuple2<>(digest.digest(), Leak.of(digest)))
                .reduceByKey(Leak::merge)
                .values()
                .treeAggregate(Leaks.NONE, Leaks::plus, Leaks::merge));
    }

    /**
     * Statistics of TRAIN alone, of each episode once: nothing of another split is read.
     *
     * @param selection of this table; only what it keeps counts, all if empty
     */
    public StatisticsReport statistics(Optional<SelectionTable> selection) {
        Dataset<Row> train = rows().where("%s = '%s'".formatted(SegmentColumns.SPLIT, Split.TRAIN));
        Dataset<Row> rows = selection.map(chosen -> chosen.keeps(train)).orElse(train);
        Layout layout = layout(rows);
        return TaskFailure.unwrapping(() -> StoredEpisodes.once(rows, layout, path())
                .treeAggregate(new Statistics(layout), Statistics::add, Statistics::add)
                .report());
    }

    /** Where the segments lie, in ascending order of episode and first step; further copies are left out. */
    public List<SegmentAddress> segments() {
        return SegmentAddresses.of(folder.spark(), files(), folder.hadoop());
    }

    /** The live data files, plain Parquet, in ascending order: absolute paths on a local disk, URIs elsewhere. */
    public List<String> files() {
        return folder.files(version());
    }

    /** Those of the live data files that are not where they should be. */
    public List<String> missingFiles() {
        return DataFiles.missing(files(), folder.hadoop());
    }

    /** Commits up to the version that is read, oldest first. */
    public List<Commit> history() {
        return folder.history(version());
    }

    /** Counts, hash, layout and history; reads every tensor once. */
    public TableFacts describe() {
        EpisodeTable fixed = asOf(version());
        FactsBuilder facts = new FactsBuilder();
        TaskFailure.unwrapping(() -> facts.addAll(fixed.digests().toLocalIterator()));
        Sizes sizes = Sizes.of(folder.spark(), fixed.files(), folder.hadoop());
        return facts.build(path(), fixed.version(), sizes, fixed.layout(), folder.history(fixed.version()));
    }

    private Dataset<Row> rows() {
        return folder.rows(version());
    }

    private Layout layout(Dataset<Row> rows) {
        return TableSchema.layout(rows.schema(), path());
    }

    private Dataset<Row> frame(JavaRDD<Episode> episodes, Layout layout) {
        String path = path();
        JavaRDD<Row> rows = episodes.flatMap(episode -> {
            requireLayout(episode, layout, path);
            return StoredSegment.of(episode).map(SegmentRows::toRow).iterator();
        });
        return folder.spark().createDataFrame(rows, TableSchema.of(layout));
    }

    private static void requireLayout(Episode episode, Layout layout, String path) {
        if (!episode.layout().equals(layout)) {
            throw new IllegalArgumentException("Cannot write episode '%s' to table '%s': %s"
                    .formatted(episode.id(), path, LayoutDifference.between(layout, episode.layout())));
        }
    }

    /** @param refusal with places for the table and for the difference */
    private void requireSame(Layout layout, String refusal) {
        Layout present = layout();
        if (!present.digest().equals(layout.digest())) {
            throw new IllegalArgumentException(refusal.formatted(path(), LayoutDifference.between(present, layout)));
        }
    }

    private void requireSome(JavaRDD<Episode> episodes) {
        if (episodes.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot write table '%s': there is no episode to write; ask for at least one".formatted(path()));
        }
    }
}
