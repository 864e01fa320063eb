package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.window.SegmentAddress;
import io.cradle.dataset.window.Stretch;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are cut short, damaged or forged: an error that names them, or what was written; never anything else. */
class WindowDamageTest {
    private static final List<Episode> EPISODES = IntStream.range(0, 40)
            .mapToObj(i -> SyntheticEpisodes.one(41, i, 100 + i))
            .toList();
    private static final Map<String, Episode> BY_ID =
            EPISODES.stream().collect(Collectors.toMap(Episode::id, Function.identity()));

    /** One for all: to make one reads Hadoop's defaults from its jar. */
    private static final Configuration HADOOP = new Configuration();

    @TempDir
    static Path folder;

    private static List<SegmentAddress> segments;
    private static byte[] whole;

    @BeforeAll
    static void write() throws IOException {
        EpisodeTable table =
                EpisodeTable.at(LocalSpark.session(), folder.resolve("t").toString());
        table.write(
                LocalSpark.parallel(EPISODES, 1), SyntheticEpisodes.LAYOUT, WriteMode.CREATE, EpisodeTableTest.LINEAGE);
        segments = table.segments();
        whole = Files.readAllBytes(Path.of(segments.get(0).file()));
    }

    private static Path file(byte[] bytes) throws IOException {
        Path file = folder.resolve("damaged.parquet");
        Files.write(file, bytes);
        assertThat(folder.resolve(".damaged.parquet.crc")).doesNotExist();
        return file;
    }

    /** Reads some of each of the segments, as window readers do: with a cache and without. */
    private static List<Window> read(Path file, List<SegmentAddress> some) {
        try (WindowReader caching = new WindowReader(HADOOP, SyntheticEpisodes.LAYOUT, 1_000_000);
                WindowReader other = new WindowReader(HADOOP, SyntheticEpisodes.LAYOUT, 0)) {
            return some.stream()
                    .map(segment -> window(segment, file))
                    .flatMap(window -> List.of(other.read(window), caching.read(window)).stream())
                    .toList();
        }
    }

    private static WindowAddress window(SegmentAddress segment, Path file) {
        return new WindowAddress(
                Stretch.of(new SegmentAddress(
                        file.toString(),
                        segment.row(),
                        segment.episode(),
                        segment.firstStep(),
                        segment.steps(),
                        segment.split())),
                17,
                60);
    }

    private static void assertTruth(List<Window> windows) {
        for (Window window : windows) {
            assertThat(window.tensors())
                    .isEqualTo(BY_ID.get(window.episode()).tensors().stream()
                            .map(tensor -> tensor.slice(17, 77))
                            .toList());
        }
    }

    @Test
    void aFileCutAnywhereIsNamed() throws IOException {
        for (int i = 0; i < 60; i++) {
            Path file = file(Arrays.copyOf(whole, (int) ((long) whole.length * i / 60)));
            assertThatThrownBy(() -> read(file, segments))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("Cannot read '%s': it is damaged or cut short".formatted(file));
        }
    }

    @Test
    void aFlippedByteAnywhereIsNamedOrChangesNothing() throws IOException {
        Random random = new Random(5);
        int named = 0;
        int flips = 1_000;
        for (int i = 0; i < flips; i++) {
            // Half of them in the footer and the indexes, which no checksum guards.
            int at = i % 2 == 0 ? random.nextInt(whole.length) : whole.length - 1 - random.nextInt(12_000);
            byte[] bytes = whole.clone();
            bytes[at] ^= (byte) (1 + random.nextInt(255));
            named += isNamed(file(bytes)) ? 1 : 0;
        }
        assertThat(named).as("of %d", flips).isGreaterThan(flips / 4);
    }

    private static boolean isNamed(Path file) {
        try {
            assertTruth(read(file, List.of(segments.get(0), segments.get(19), segments.get(39))));
            return false;
        } catch (CorruptDataException damage) {
            assertThat(damage).hasMessageContaining("Cannot read '%s': ".formatted(file));
            return true;
        }
    }

    @Test
    void everyFlippedByteOfAPageIsFound() throws IOException {
        for (String column : List.of("lcd", "action", "light", "time")) {
            byte[] bytes = new ForgedFile(whole)
                    .page(column, header -> header.setCrc(header.getCrc() ^ 1))
                    .bytes();
            refuses(bytes, "could not verify the checksum of a page");
        }
    }

    @Test
    void pagesThatDeclareMoreThanTheyMayHaveTakeNoMemory() throws IOException {
        int huge = 2_000_000_000;
        refuses(
                new ForgedFile(whole)
                        .page("lcd", header -> header.setUncompressed_page_size(huge))
                        .bytes(),
                "a page declares 2000000000 bytes, more than 67108864");
        refuses(
                new ForgedFile(whole)
                        .page("lcd", header -> header.setCompressed_page_size(huge))
                        .bytes(),
                "a page declares 2000000000 bytes where ");
        refuses(
                new ForgedFile(whole)
                        .page("lcd", header -> header.setCompressed_page_size(-1))
                        .bytes(),
                "Compressed page size must not be negative");
        refuses(
                new ForgedFile(whole)
                        .page("lcd", header -> header.setUncompressed_page_size(-1))
                        .bytes(),
                "a page declares -1 bytes, more than 67108864");
        refuses(
                new ForgedFile(whole)
                        .index("lcd", index -> index.getPage_locations().get(0).setCompressed_page_size(huge))
                        .bytes(),
                "a page of column 'lcd' declares 2000000000 bytes, more than 67108864");
        refuses(
                new ForgedFile(whole)
                        .column("episode_id", chunk -> chunk.getMeta_data().setTotal_compressed_size(1L << 40))
                        .bytes(),
                "it refers to 1099511627776 bytes at ");
        refuses(
                new ForgedFile(whole)
                        .column("lcd", chunk -> chunk.setOffset_index_length(huge))
                        .bytes(),
                "it refers to 2000000000 bytes at ");
    }

    @Test
    void pagesThatHoldOtherThanTheyDeclareAreRefused() throws IOException {
        refuses(
                new ForgedFile(whole)
                        .page(
                                "time",
                                header -> header.setUncompressed_page_size(header.getUncompressed_page_size() - 8))
                        .bytes(),
                "Destination buffer is too small");
        refuses(
                new ForgedFile(whole)
                        .page(
                                "time",
                                header -> header.setUncompressed_page_size(header.getUncompressed_page_size() + 8))
                        .bytes(),
                " bytes declares ");
        refuses(
                new ForgedFile(whole)
                        .page("time", header -> header.getData_page_header()
                                .setNum_values(header.getData_page_header().getNum_values() - 1))
                        .bytes(),
                " bytes are left of a page, not ");
        refuses(
                new ForgedFile(whole)
                        .index("lcd", index -> index.getPage_locations().get(0).setFirst_row_index(1))
                        .bytes(),
                "the pages of column 'lcd' are out of order");
        refuses(
                new ForgedFile(whole)
                        .footer(footer -> footer.getRow_groups().get(0).setNum_rows(39))
                        .bytes(),
                "");
    }

    private static void refuses(byte[] bytes, String problem) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> read(file, segments))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContainingAll("Cannot read '%s': ".formatted(file), problem);
    }

    @Test
    void aFileThatIsForgedInNothingIsRead() throws IOException {
        byte[] bytes = new ForgedFile(whole)
                .page("lcd", header -> {})
                .index("time", index -> {})
                .bytes();
        assertTruth(read(file(bytes), segments));
    }
}
