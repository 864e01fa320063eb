package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits that are made once. */
class BatchTest {
    private static final List<Episode> EPISODES = SyntheticEpisodes.some(3, 10);
    private static final AtomicBoolean COMPUTED = new AtomicBoolean();
    private static SparkSession spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        spark = LocalSpark.session();
    }

    private EpisodeTable table() {
        return EpisodeTable.at(spark, folder.resolve("table").toString());
    }

    private static Batch batch(String writer, long number, int first, int end) {
        return new Batch(writer, number, LocalSpark.parallel(EPISODES.subList(first, end), 2));
    }

    private void write(Batch... batches) {
        table().writeOnce(List.of(batches), SyntheticEpisodes.LAYOUT, EpisodeTableTest.LINEAGE);
    }

    @Test
    void aBatchIsCommittedOnceHoweverOftenItIsOffered() {
        write(batch("a", 4, 0, 4), batch("a", 7, 4, 7));
        long version = table().version();
        write(batch("a", 4, 0, 4), batch("a", 7, 4, 7), batch("a", 10, 7, 10));

        TableFacts facts = table().describe();
        assertThat(facts.episodes()).isEqualTo(10);
        assertThat(facts.duplicates()).isZero();
        assertThat(facts.version()).isEqualTo(version + 1);
        assertThat(table().committed("a")).hasValue(10);
    }

    @Test
    void writersDoNotKnowOfEachOther() {
        write(batch("a", 9, 0, 4));
        write(batch("b", 1, 4, 10));

        assertThat(table().describe().episodes()).isEqualTo(10);
        assertThat(table().committed("a")).hasValue(9);
        assertThat(table().committed("b")).hasValue(1);
        assertThat(table().committed("c")).isEmpty();
    }

    @Test
    void whatIsThereIsNotEvenComputed() {
        write(batch("a", 4, 0, 4));
        COMPUTED.set(false);
        JavaRDD<Episode> watched = LocalSpark.parallel(EPISODES.subList(0, 4), 2)
                .map(episode -> {
                    COMPUTED.set(true);
                    return episode;
                });
        write(new Batch("a", 4, watched));

        assertThat(COMPUTED).isFalse();
    }

    @Test
    void theCommitThatHoldsEpisodesHoldsTheirNumberToo() throws IOException {
        write(batch("a", 4, 0, 4));

        String commit = Files.readString(folder.resolve("table/_delta_log/00000000000000000000.json"));
        assertThat(commit).contains("\"txn\":{\"appId\":\"a\",\"version\":4");
    }

    /** What guards a table where no lock does: Delta itself looks at the numbers when it commits. */
    @Test
    void deltaPassesOverANumberThatItHasSeen() {
        write(batch("a", 4, 0, 4));
        Batch again = batch("a", 4, 4, 8);
        DeltaFolder raw = DeltaFolder.at(spark, folder.resolve("table").toString(), TableKind.EPISODES);
        JavaRDD<org.apache.spark.sql.Row> rows = again.episodes()
                .flatMap(episode ->
                        StoredSegment.of(episode).map(SegmentRows::toRow).iterator());
        raw.save(
                spark.createDataFrame(rows, TableSchema.of(SyntheticEpisodes.LAYOUT)),
                WriteMode.APPEND,
                EpisodeTableTest.LINEAGE,
                again.transaction());

        assertThat(table().describe().episodes()).isEqualTo(4);
        assertThat(table().version()).isZero();
    }

    /** Delta sums its log up every ten commits; the entries before that may be cleaned away one day. */
    @Test
    void numbersOutliveTheLogEntriesThatBroughtThem() throws IOException {
        write(batch("a", 1, 0, 1));
        for (int end = 2; end <= 10; end++) {
            write(batch("b", end, end - 1, end));
        }
        write(batch("b", 11, 0, 1));
        Path log = folder.resolve("table/_delta_log");
        assertThat(log.resolve("00000000000000000010.checkpoint.parquet")).exists();
        for (int version = 0; version < 10; version++) {
            Files.delete(log.resolve("%020d.json".formatted(version)));
        }
        DeltaLog.clearCache();

        assertThat(table().committed("a")).hasValue(1);
        assertThat(table().committed("b")).hasValue(11);
    }

    @Test
    void filesThatAreGoneAreNamed() throws IOException {
        write(batch("a", 4, 0, 4));
        assertThat(table().missingFiles()).isEmpty();
        String gone = table().files().get(0);
        Files.delete(Path.of(gone));

        assertThat(table().missingFiles()).containsExactly(gone);
    }

    @Test
    void propertiesKeepOldVersionsForTenYears() {
        write(batch("a", 4, 0, 4));
        write(batch("a", 8, 4, 8));

        assertThat(spark.sql("SHOW TBLPROPERTIES delta.`%s`".formatted(table().path()))
                        .collectAsList())
                .extracting(row -> row.getString(0) + " " + row.getString(1))
                .contains(
                        "delta.logRetentionDuration interval 3650 days",
                        "delta.deletedFileRetentionDuration interval 3650 days");
    }

    @Test
    void aBatchHasAWriterAndANumber() {
        JavaRDD<Episode> none = LocalSpark.parallel(List.of(), 1);
        Stream.of(new Object[] {" ", 1L}, new Object[] {"a", -1L})
                .forEach(bad -> assertThatThrownBy(() -> new Batch((String) bad[0], (Long) bad[1], none))
                        .hasMessageContaining("a writer has a name, and numbers from 0"));
    }
}
