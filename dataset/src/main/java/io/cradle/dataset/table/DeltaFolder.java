package io.cradle.dataset.table;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Option;

/** A path that is, or becomes, a Delta table of one kind: what both kinds of table share. */
final class DeltaFolder {
    /** Delta takes what a packing says of itself from the session alone. */
    private static final String USER_METADATA = "spark.databricks.delta.commitInfo.userMetadata";

    private final SparkSession spark;
    private final Path path;
    private final TableKind kind;

    private DeltaFolder(SparkSession spark, Path path, TableKind kind) {
        this.spark = spark;
        this.path = path;
        this.kind = kind;
    }

    /**
     * The folder at a path, whether anything lies there or not.
     *
     * @param path local path, relative or absolute, or a URI that Hadoop knows
     */
    static DeltaFolder at(SparkSession spark, String path, TableKind kind) {
        TableSettings.require(spark);
        try {
            Path given = new Path(path);
            FileSystem files = given.getFileSystem(spark.sessionState().newHadoopConf());
            return new DeltaFolder(spark, files.makeQualified(given), kind);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "Cannot use path '%s': %s; give a local path or a URI".formatted(path, unusable.getMessage()),
                    unusable);
        }
    }

    SparkSession spark() {
        return spark;
    }

    Configuration hadoop() {
        return spark.sessionState().newHadoopConf();
    }

    /** The path as a person would write it: without {@code file:} on a local disk. */
    String name() {
        return DataFiles.name(path);
    }

    /** Whether there is a Delta table, of whatever kind. */
    boolean exists() {
        return state().content() == FolderState.Content.TABLE;
    }

    /** Number of the newest version. */
    long version() {
        requireTable();
        return onFiles(files -> FolderState.newestVersion(files, path)).orElseThrow();
    }

    /** Refuses a version that is not there. */
    void requireVersion(long version) {
        long newest = version();
        if (version < 0 || version > newest) {
            throw new IllegalArgumentException(
                    "Cannot read version %d of table '%s': it has versions 0 to %d".formatted(version, name(), newest));
        }
    }

    /** The rows of a version. */
    Dataset<Row> rows(long version) {
        requireTable();
        Dataset<Row> rows =
                spark.read().format("delta").option("versionAsOf", version).load(path.toString());
        requireKind(rows, "read");
        return rows;
    }

    /** The live data files of a version, in ascending order: absolute paths on a local disk, URIs elsewhere. */
    List<String> files(long version) {
        return Arrays.stream(rows(version).inputFiles())
                .map(DataFiles::name)
                .sorted()
                .toList();
    }

    /**
     * Data files that were appended after one version and up to another, packed since or not. Empty where something else
     * was done in between than appending and packing, or where files are gone.
     */
    Optional<List<String>> appended(long earlier, long later) {
        List<Change> changes = Change.between(delta(), earlier, later);
        if (earlier > later || changes.stream().anyMatch(change -> change.kind() == Change.Kind.OTHER)) {
            return Optional.empty();
        }
        List<String> appended = new ArrayList<>();
        long from = earlier;
        for (Change change : changes) {
            if (change.kind() == Change.Kind.PACK) {
                appended.addAll(added(from, change.version() - 1));
                from = change.version();
            }
        }
        appended.addAll(added(from, later));
        return appended.stream().allMatch(this::isThere) ? Optional.of(appended) : Optional.empty();
    }

    private List<String> added(long earlier, long later) {
        if (earlier == later) {
            return List.of();
        }
        Set<String> known = new HashSet<>(files(earlier));
        return files(later).stream().filter(file -> !known.contains(file)).toList();
    }

    private boolean isThere(String file) {
        return onFiles(files -> files.exists(new Path(file)));
    }

    /** Commits up to a version, oldest first. */
    List<Commit> history(long version) {
        requireTable();
        return commits(delta().history())
                .filter(commit -> commit.version() <= version)
                .sorted(Comparator.comparingLong(Commit::version))
                .toList();
    }

    /** The commit of a version; reads those of later ones, but none before it. */
    Commit commit(long version) {
        int newest = Math.toIntExact(version() - version + 1);
        return commits(delta().history(newest))
                .min(Comparator.comparingLong(Commit::version))
                .orElseThrow();
    }

    private static Stream<Commit> commits(Dataset<Row> history) {
        return history.selectExpr(CommitRows.COLUMNS).collectAsList().stream().map(CommitRows::commit);
    }

    /**
     * Runs a build that ends in {@link #save}, alone on this path.
     *
     * @throws IllegalArgumentException if the mode does not allow to write here, or another build is at work
     */
    void build(WriteMode mode, Runnable build) {
        admit(mode);
        if (DataFiles.isLocal(path)) {
            BuildLock.during(java.nio.file.Path.of(name()), () -> buildAlone(mode, build));
        } else {
            buildAlone(mode, build);
        }
    }

    private void buildAlone(WriteMode mode, Runnable build) {
        admit(mode);
        sweepLeftovers();
        try {
            TaskFailure.unwrapping(() -> {
                build.run();
                return path;
            });
        } finally {
            sweepLeftovers();
        }
    }

    /** Number of the last transaction that the newest version has of a writer; empty if it has none. */
    OptionalLong committed(String writer) {
        requireTable();
        Option<Object> number = DeltaLog.forTable(spark, path)
                .update(false, Option.empty(), Option.empty())
                .transactions()
                .get(writer);
        return number.isDefined() ? OptionalLong.of((Long) number.get()) : OptionalLong.empty();
    }

    /** Commits rows as the next version. */
    void save(Dataset<Row> rows, WriteMode mode, Lineage lineage) {
        save(rows, mode, lineage, Map.of());
    }

    /** As {@link #save(Dataset, WriteMode, Lineage)}, with further options of Delta's. */
    void save(Dataset<Row> rows, WriteMode mode, Lineage lineage, Map<String, String> options) {
        rows.write()
                .format("delta")
                .mode(saveMode(mode))
                .options(mode == WriteMode.APPEND ? Map.of() : kind.properties())
                .option("overwriteSchema", mode == WriteMode.OVERWRITE)
                .option("userMetadata", lineage.toJson())
                .options(options)
                .save(path.toString());
    }

    /** Packs small data files, as the next version. */
    void compact(Lineage lineage) {
        build(WriteMode.APPEND, () -> {
            spark.conf().set(USER_METADATA, lineage.toJson());
            try {
                delta().optimize().executeCompaction();
            } finally {
                spark.conf().unset(USER_METADATA);
            }
        });
    }

    private static SaveMode saveMode(WriteMode mode) {
        return switch (mode) {
            case CREATE -> SaveMode.ErrorIfExists;
            case APPEND, RESUME -> SaveMode.Append;
            case OVERWRITE -> SaveMode.Overwrite;
        };
    }

    private void requireTable() {
        FolderState state = state();
        if (state.content() == FolderState.Content.FOREIGN) {
            throw new IllegalArgumentException(
                    "Cannot read table '%s': the path holds other files ('%s') and no Delta table; give the path of a %s"
                            .formatted(name(), state.example(), kind.title()));
        }
        if (state.content() != FolderState.Content.TABLE) {
            throw new IllegalArgumentException(
                    "Cannot read table '%s': there is none; give the path of a %s".formatted(name(), kind.title()));
        }
    }

    /** Whether there is a Delta table of this kind, of whatever format. */
    boolean holdsKind() {
        return exists()
                && kind.format(spark.read()
                                .format("delta")
                                .load(path.toString())
                                .schema())
                        .isPresent();
    }

    private void requireKind(Dataset<Row> rows, String action) {
        kind.require(rows.schema(), action, name());
    }

    private void admit(WriteMode mode) {
        FolderState state = state();
        switch (state.content()) {
            case FOREIGN ->
                throw new IllegalArgumentException(
                        "Cannot write table '%s': the path holds other files ('%s') and no Delta table; choose another path"
                                .formatted(name(), state.example()));
            case TABLE -> admitOnTable(mode);
            default -> admitOnNothing(mode);
        }
    }

    private void admitOnTable(WriteMode mode) {
        if (mode == WriteMode.CREATE) {
            throw new IllegalArgumentException(
                    "Cannot create table '%s': it exists; add to it with --append, replace it with --overwrite, or choose another path"
                            .formatted(name()));
        }
        requireKind(spark.read().format("delta").load(path.toString()), "write");
    }

    private void admitOnNothing(WriteMode mode) {
        if (mode == WriteMode.APPEND) {
            throw new IllegalArgumentException(
                    "Cannot append to table '%s': there is none; leave out --append to make it".formatted(name()));
        }
    }

    private void sweepLeftovers() {
        if (state().content() == FolderState.Content.LEFTOVERS) {
            onFiles(files -> {
                FolderState.sweep(files, path);
                return path;
            });
        }
    }

    private FolderState state() {
        return onFiles(files -> FolderState.of(files, path));
    }

    private <T> T onFiles(FileAction<T> action) {
        try {
            return action.on(path.getFileSystem(hadoop()));
        } catch (IOException failed) {
            throw new IllegalArgumentException(
                    "Cannot use path '%s': %s; give a path that can be read and written".formatted(name(), failed),
                    failed);
        }
    }

    private DeltaTable delta() {
        return DeltaTable.forPath(spark, path.toString());
    }

    /** Something done with a file system. */
    private interface FileAction<T> {
        T on(FileSystem files) throws IOException;
    }
}
