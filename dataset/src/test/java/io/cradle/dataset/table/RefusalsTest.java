package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.curation.Candidates;
import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.score.Scoring;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table does not do, and how it says so. */
class RefusalsTest {
    private static final List<Episode> EPISODES = SyntheticEpisodes.some(21, 4);
    private static SparkSession spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        spark = LocalSpark.session();
    }

    private EpisodeTable table() {
        return EpisodeTable.at(spark, folder.resolve("t").toString());
    }

    private static void write(EpisodeTable table, JavaRDD<Episode> episodes, WriteMode mode) {
        table.write(episodes, SyntheticEpisodes.LAYOUT, mode, EpisodeTableTest.LINEAGE);
    }

    private static JavaRDD<Episode> episodes() {
        return LocalSpark.parallel(EPISODES, 2);
    }

    private void refuses(WriteMode mode, String message) {
        assertThatThrownBy(() -> write(table(), episodes(), mode))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message.replace("PATH", folder.resolve("t").toString()));
    }

    @Test
    void createRefusesATableThatExists() {
        write(table(), episodes(), WriteMode.CREATE);

        refuses(
                WriteMode.CREATE,
                "Cannot create table 'PATH': it exists; add to it with --append, replace it with --overwrite, or choose another path");
    }

    @Test
    void appendRefusesWhereThereIsNoTable() {
        refuses(WriteMode.APPEND, "Cannot append to table 'PATH': there is none; leave out --append to make it");
        assertThat(folder.resolve("t")).doesNotExist();
    }

    @Test
    void noModeTouchesAForeignFolder() throws IOException {
        Path foreign = Files.createDirectory(folder.resolve("t")).resolve("part-00000-thesis.parquet");
        Files.writeString(foreign, "years of work");
        for (WriteMode mode : WriteMode.values()) {
            refuses(
                    mode,
                    "Cannot write table 'PATH': the path holds other files ('part-00000-thesis.parquet') and no Delta table; choose another path");
        }
        try (Stream<Path> left = Files.list(folder.resolve("t"))) {
            assertThat(left).containsExactly(foreign);
        }
    }

    @Test
    void aFileIsNoTable() throws IOException {
        Files.writeString(folder.resolve("t"), "a file");

        refuses(
                WriteMode.CREATE,
                "Cannot write table 'PATH': the path holds other files ('t') and no Delta table; choose another path");
    }

    @Test
    void aDeltaTableOfAnotherKindIsRefused() {
        spark.range(3).write().format("delta").save(folder.resolve("t").toString());

        assertThat(table().exists()).isTrue();
        refuses(
                WriteMode.OVERWRITE,
                "Cannot write table 'PATH': it is a Delta table but no table of episodes of cradle's; give another path");
        assertThatThrownBy(() -> table().layout())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it is a Delta table but no table of episodes of cradle's");
    }

    @Test
    void readingWhereThereIsNoTableSaysSo() throws IOException {
        assertThatThrownBy(() -> table().describe())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot read table '%s': there is none; give the path of a table of episodes"
                        .formatted(folder.resolve("t")));
        Files.writeString(Files.createDirectory(folder.resolve("t")).resolve("notes.txt"), "notes");
        assertThatThrownBy(() -> table().files())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot read table '%s': the path holds other files ('notes.txt') and no Delta table; give the path of a table of episodes"
                                .formatted(folder.resolve("t")));
        assertThat(table().exists()).isFalse();
    }

    @Test
    void appendRefusesAnotherLayout() {
        write(table(), episodes(), WriteMode.CREATE);
        TensorSpec larger = TensorSpec.frame("lcd", 5, 7, 10);
        Layout other =
                new Layout(List.of(larger, SyntheticEpisodes.ACTION, SyntheticEpisodes.LIGHT, SyntheticEpisodes.TIME));

        assertThatThrownBy(() -> table().write(episodes(), other, WriteMode.APPEND, EpisodeTableTest.LINEAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot append to table '%s': tensor 'lcd' is BITS [3, 7] in the table and BITS [5, 7] in the episodes; write to another table"
                                .formatted(folder.resolve("t")));
        assertThat(table().version()).isZero();
    }

    @Test
    void goingOnRefusesAnotherLayoutAndSaysWhatDiffers() {
        write(table(), episodes(), WriteMode.CREATE);
        Layout faster = new Layout(List.of(
                TensorSpec.frame("lcd", 3, 7, 5),
                SyntheticEpisodes.ACTION,
                SyntheticEpisodes.LIGHT,
                SyntheticEpisodes.TIME));

        assertThatThrownBy(() -> table().writeOnce(List.of(), faster, EpisodeTableTest.LINEAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot go on with table '%s': tensor 'lcd' has rate 10.0 in the table and 5.0 in the episodes; give the settings that it was begun with, or another path"
                                .formatted(folder.resolve("t")));
    }

    @Test
    void anEpisodeOfAnotherLayoutFailsTheWriteInOneLine() {
        Layout frames = new Layout(List.of(SyntheticEpisodes.FRAME));

        assertThatThrownBy(() -> table().write(episodes(), frames, WriteMode.CREATE, EpisodeTableTest.LINEAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "Cannot write episode '[0-9a-f]{32}' to table '.*': the table has tensors \\[lcd\\], the episodes \\[lcd, action, light, time\\]");
    }

    @Test
    void noEpisodeIsNoTable() {
        assertThatThrownBy(() -> write(table(), LocalSpark.parallel(List.of(), 2), WriteMode.CREATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot write table '%s': there is no episode to write; ask for at least one"
                        .formatted(folder.resolve("t")));
        assertThat(table().exists()).isFalse();
    }

    @Test
    void whatAFailedOrKilledCreateLeftIsSweptAndDoesNotStandInTheWay() throws IOException {
        assertThatThrownBy(() -> write(table(), episodes().map(RefusalsTest::failAtTheLast), WriteMode.CREATE))
                .hasStackTraceContaining("disk is full");
        assertThat(table().exists()).isFalse();
        assertThat(names()).containsExactly(BuildLock.FILE);

        // A process that was killed sweeps nothing.
        Path log = Files.createDirectory(folder.resolve("t/_delta_log"));
        Path orphan = folder.resolve("t/part-00000-6ff8a5a2-5f3b-4a21-9d3f-1c2a54b6d6a0-c000.zstd.parquet");
        Files.writeString(orphan, "half");
        assertThat(log).isEmptyDirectory();
        write(table(), episodes(), WriteMode.CREATE);

        assertThat(table().episodes().count()).isEqualTo(EPISODES.size());
        assertThat(orphan).doesNotExist();
    }

    private static Episode failAtTheLast(Episode episode) {
        if (episode.id().equals(EPISODES.get(3).id())) {
            throw new IllegalStateException("disk is full");
        }
        return episode;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("t"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static final CountDownLatch BUILDING = new CountDownLatch(1);
    private static final CountDownLatch REFUSED = new CountDownLatch(1);

    @Test
    void twoBuildsOfOneTableAreRefused() throws InterruptedException, ExecutionException {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> first = other.submit(
                    () -> write(table(), episodes().map(RefusalsTest::waitUntilRefused), WriteMode.CREATE));
            BUILDING.await();
            refuses(
                    WriteMode.CREATE,
                    "Cannot write table 'PATH': another build holds the lock 'PATH/_cradle.lock'; wait until it ends, or write elsewhere");
            REFUSED.countDown();
            first.get();
        } finally {
            REFUSED.countDown();
            other.shutdown();
        }
        assertThat(table().episodes().count()).isEqualTo(EPISODES.size());
    }

    private static Episode waitUntilRefused(Episode episode) throws InterruptedException {
        BUILDING.countDown();
        REFUSED.await();
        return episode;
    }

    @Test
    void aSelectionIsNoTableOfEpisodes() {
        JavaRDD<Judged> judged = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(List.of(Judged.of(Candidates.named("a").make(), new Verdict.Keep())));
        SelectionTable.at(spark, folder.resolve("t").toString())
                .write(judged, new Scoring(0.002, 16, 64), "/p@0", WriteMode.CREATE, EpisodeTableTest.LINEAGE);

        assertThatThrownBy(() -> table().segments())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no table of episodes of cradle's");
    }

    @Test
    void aPathThatIsNoneIsRefused() {
        assertThatThrownBy(() -> EpisodeTable.at(spark, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot use path ''");
        assertThatThrownBy(() -> EpisodeTable.at(spark, "gopher://a/b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot use path 'gopher://a/b'");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");
        String path = folder.resolve("file/t").toString();

        assertThatThrownBy(() -> write(EpisodeTable.at(spark, path), episodes(), WriteMode.CREATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path);
    }
}
