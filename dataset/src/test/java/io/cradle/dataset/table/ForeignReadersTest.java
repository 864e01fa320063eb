package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live data files, read by DuckDB and by Parquet itself. */
class ForeignReadersTest {
    /** Columns whose every value differs: Parquet itself gives the dictionary up. */
    private static final List<String> UNLIKE = List.of("episode_id", "seed", "recording");

    private static final List<Episode> EPISODES = SyntheticEpisodes.some(11, 9);

    @TempDir
    Path folder;

    private EpisodeTable written(List<Episode> episodes) {
        EpisodeTable table = EpisodeTable.at(
                LocalSpark.session(), folder.resolve("it's a table").toString());
        write(table, episodes, WriteMode.CREATE);
        return table;
    }

    private static void write(EpisodeTable table, List<Episode> episodes, WriteMode mode) {
        table.write(LocalSpark.parallel(episodes, 2), SyntheticEpisodes.LAYOUT, mode, EpisodeTableTest.LINEAGE);
    }

    @Test
    void duckDbGivesTheSameValues() throws SQLException {
        EpisodeTable table = written(EPISODES);

        assertThat(duckDb(table.files())).isEqualTo(expected(EPISODES));
    }

    @Test
    void duckDbSeesNothingOfAKilledAppend() throws SQLException, IOException {
        EpisodeTable table = written(EPISODES);
        long before = dataFiles();

        assertThatThrownBy(() -> table.write(
                        LocalSpark.parallel(SyntheticEpisodes.some(12, 8), 2).map(ForeignReadersTest::failLate),
                        SyntheticEpisodes.LAYOUT,
                        WriteMode.APPEND,
                        EpisodeTableTest.LINEAGE))
                .hasStackTraceContaining("killed");

        assertThat(dataFiles()).as("files that were written and not committed").isGreaterThan(before);
        assertThat(duckDb(table.files())).isEqualTo(expected(EPISODES));
        assertThat(table.version()).isZero();
    }

    private static Episode failLate(Episode episode) {
        if (episode.id()
                .equals(SyntheticEpisodes.one(12, 7, SyntheticEpisodes.STEPS).id())) {
            throw new IllegalStateException("killed");
        }
        return episode;
    }

    private long dataFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("it's a table"))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }

    @Test
    void duckDbSeesOnlyWhatAnOverwritePutThere() throws SQLException {
        EpisodeTable table = written(EPISODES);
        List<Episode> others = SyntheticEpisodes.some(13, 4);
        write(table, others, WriteMode.OVERWRITE);

        assertThat(duckDb(table.files())).isEqualTo(expected(others));
    }

    /** For each episode: bits of ink, bits of light, then the raw bits of each float, then each long. */
    private static Map<String, List<Long>> expected(List<Episode> episodes) {
        return episodes.stream()
                .collect(Collectors.toMap(Episode::id, ForeignReadersTest::expected, (a, b) -> a, TreeMap::new));
    }

    private static List<Long> expected(Episode episode) {
        List<Long> values = new ArrayList<>(List.of(bits(episode.require("lcd")), bits(episode.require("light"))));
        Tensor action = episode.require("action");
        Tensor time = episode.require("time");
        IntStream.range(0, episode.steps() * 2)
                .forEach(i -> values.add((long) Float.floatToRawIntBits(action.value(i / 2, i % 2))));
        IntStream.range(0, episode.steps()).forEach(t -> values.add(time.integer(t, 0)));
        return values;
    }

    private static long bits(Tensor tensor) {
        byte[] bytes = tensor.bytes();
        return IntStream.range(0, bytes.length)
                .mapToLong(i -> Integer.bitCount(Byte.toUnsignedInt(bytes[i])))
                .sum();
    }

    private static Map<String, List<Long>> duckDb(List<String> files) throws SQLException {
        String list = files.stream()
                .map(file -> "'" + file.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        Map<String, List<Long>> episodes = new TreeMap<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = duck.createStatement()
                        .executeQuery("SELECT episode_id, bit_count(lcd::BIT), bit_count(light::BIT), action, time"
                                + " FROM read_parquet(" + list + ")")) {
            while (rows.next()) {
                List<Long> values = new ArrayList<>(List.of(rows.getLong(2), rows.getLong(3)));
                for (Object value : (Object[]) rows.getArray(4).getArray()) {
                    values.add((long) Float.floatToRawIntBits((Float) value));
                }
                for (Object value : (Object[]) rows.getArray(5).getArray()) {
                    values.add((Long) value);
                }
                episodes.put(rows.getString(1), values);
            }
        }
        return episodes;
    }

    @Test
    void filesAreLaidOutAsTheFormatSays() throws IOException {
        List<Episode> episodes = IntStream.range(0, 100)
                .mapToObj(i -> SyntheticEpisodes.one(14, i, 256))
                .toList();
        EpisodeTable table = written(episodes);
        Configuration hadoop = new Configuration();
        HadoopInputFile file = HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(table.files().get(0)), hadoop);
        try (ParquetFileReader reader = ParquetFileReader.open(file)) {
            for (ColumnChunkMetaData column : reader.getRowGroups().get(0).getColumns()) {
                boolean identity =
                        SegmentColumns.NAMES.contains(column.getPath().toDotString());
                assertThat(column.getCodec()).isEqualTo(CompressionCodecName.ZSTD);
                assertThat(column.hasDictionaryPage())
                        .isEqualTo(identity && !UNLIKE.contains(column.getPath().toDotString()));
                if (column.getPath().toDotString().equals("action.list.element")) {
                    // 50 rows of 2048 bytes in pages of 64 KiB
                    assertThat(reader.readOffsetIndex(column).getPageCount()).isBetween(2, 3);
                }
            }
        }
    }
}
