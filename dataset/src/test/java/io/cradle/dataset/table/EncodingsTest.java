package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.SegmentAddress;
import io.cradle.dataset.window.Stretch;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same rows, written by Parquet otherwise than tables are here, read the same. */
class EncodingsTest {
    private static final List<Episode> EPISODES = IntStream.range(0, 30)
            .mapToObj(i -> dull(SyntheticEpisodes.one(51, i, 90)))
            .toList();
    private static final Map<String, Episode> BY_ID =
            EPISODES.stream().collect(Collectors.toMap(Episode::id, Function.identity()));

    @TempDir
    static Path folder;

    private static EpisodeTable table;

    /** With few different numbers, so that Parquet keeps them in a dictionary where it may. */
    private static Episode dull(Episode episode) {
        List<Tensor> tensors = episode.tensors().stream()
                .map(tensor -> switch (tensor.spec().encoding()) {
                    case BITS, U8, PNG ->
                        Tensor.ofBytes(
                                tensor.spec(), new byte[90 * tensor.spec().bytes()]);
                    case F32 -> Tensor.ofFloats(tensor.spec(), rounded(tensor.floats()));
                    case I64 -> Tensor.ofLongs(tensor.spec(), new long[90]);
                })
                .toList();
        return new Episode(episode.id(), tensors, episode.provenance());
    }

    private static float[] rounded(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.rint(values[i]);
        }
        return values;
    }

    @BeforeAll
    static void write() {
        table = EpisodeTable.at(LocalSpark.session(), folder.resolve("t").toString());
        table.write(
                LocalSpark.parallel(EPISODES, 1), SyntheticEpisodes.LAYOUT, WriteMode.CREATE, EpisodeTableTest.LINEAGE);
    }

    private static String rewritten(String name, Dataset<Row> rows, Map<String, String> options) {
        Path into = folder.resolve(name);
        rows.coalesce(1).write().options(options).parquet(into.toString());
        File[] files = into.toFile().listFiles((at, file) -> file.endsWith(".parquet"));
        return files[0].toString();
    }

    private static Dataset<Row> rows() {
        return LocalSpark.session().read().parquet(table.files().toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0}, dictionary {1}, pages of {2} bytes")
    @CsvSource({
        "zstd, false, 2000",
        "zstd, true, 2000",
        "snappy, false, 65536",
        "gzip, true, 500",
        "uncompressed, false, 3000"
    })
    void windowsAreTheSameHoweverPagesAreWritten(String codec, boolean dictionary, int page) {
        String file = rewritten(
                codec + dictionary + page,
                rows(),
                Map.of(
                        "compression", codec,
                        "parquet.enable.dictionary", String.valueOf(dictionary),
                        "parquet.page.size", String.valueOf(page)));
        List<SegmentAddress> segments = SegmentAddresses.of(file, new Configuration());
        assertThat(segments).hasSize(EPISODES.size());
        for (long cacheBytes : new long[] {0, 10_000, 10_000_000}) {
            try (WindowReader reader = new WindowReader(new Configuration(), SyntheticEpisodes.LAYOUT, cacheBytes)) {
                segments.forEach(segment -> assertTruth(reader.read(new WindowAddress(Stretch.of(segment), 30, 50))));
            }
        }
    }

    private static void assertTruth(Window window) {
        assertThat(window.tensors())
                .isEqualTo(BY_ID.get(window.episode()).tensors().stream()
                        .map(tensor -> tensor.slice(30, 80))
                        .toList());
    }

    @Test
    void valuesThatAreNullAreRefused() {
        for (String column : List.of("lcd", "action")) {
            for (String dictionary : List.of("true", "false")) {
                String file = rewritten(
                        "null " + column + dictionary,
                        rows().selectExpr("*", "if(seed %% 2 = 0, null, %s) as other".formatted(column))
                                .drop(column)
                                .withColumnRenamed("other", column),
                        Map.of("parquet.enable.dictionary", dictionary));
                List<SegmentAddress> segments = SegmentAddresses.of(file, new Configuration());
                try (WindowReader reader = new WindowReader(new Configuration(), SyntheticEpisodes.LAYOUT, 0)) {
                    assertThatThrownBy(() -> segments.forEach(
                                    segment -> reader.read(new WindowAddress(Stretch.of(segment), 30, 50))))
                            .isInstanceOf(CorruptDataException.class)
                            .hasMessageContaining("Cannot read '%s': ".formatted(file));
                }
            }
        }
    }
}
