package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.SegmentAddress;
import io.cradle.dataset.window.Stretch;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowReaderTest {
    private static final List<Episode> EPISODES = IntStream.range(0, 60)
            .mapToObj(i -> SyntheticEpisodes.one(31, i, 250))
            .toList();

    @TempDir
    static Path folder;

    private static List<SegmentAddress> segments;

    @BeforeAll
    static void write() {
        EpisodeTable table =
                EpisodeTable.at(LocalSpark.session(), folder.resolve("t").toString());
        table.write(
                LocalSpark.parallel(EPISODES, 1), SyntheticEpisodes.LAYOUT, WriteMode.CREATE, EpisodeTableTest.LINEAGE);
        segments = table.segments();
    }

    private static WindowReader reader(Layout layout, long cacheBytes) {
        return new WindowReader(new Configuration(), layout, cacheBytes);
    }

    private static SegmentAddress at(SegmentAddress segment, String file) {
        return new SegmentAddress(
                file, segment.row(), segment.episode(), segment.firstStep(), segment.steps(), segment.split());
    }

    private static WindowAddress window(SegmentAddress segment, int start, int steps) {
        return new WindowAddress(Stretch.of(segment), start, steps);
    }

    private static void fails(Path file, String problem) {
        try (WindowReader reader = reader(SyntheticEpisodes.LAYOUT, 0)) {
            assertThatThrownBy(() -> {
                        for (SegmentAddress segment : segments) {
                            reader.read(window(at(segment, file.toString()), 0, 5));
                        }
                    })
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContainingAll("Cannot read '%s'".formatted(file), problem);
        }
    }

    @Test
    void readsSomeTensorsInAnyOrderWithOrWithoutCache() {
        Layout some = new Layout(List.of(SyntheticEpisodes.TIME, SyntheticEpisodes.FRAME));
        for (long cacheBytes : new long[] {0, 10_000, 100_000_000}) {
            try (WindowReader reader = reader(some, cacheBytes)) {
                for (SegmentAddress segment : segments) {
                    Window window = reader.read(window(segment, 13, 7));
                    assertThat(window.tensors()).isEqualTo(expected(segment, some));
                }
            }
        }
    }

    private static List<Tensor> expected(SegmentAddress segment, Layout layout) {
        Episode episode = EPISODES.stream()
                .filter(one -> one.id().equals(segment.episode()))
                .findFirst()
                .orElseThrow();
        return layout.tensors().stream()
                .map(spec -> episode.require(spec.name()).slice(13, 20))
                .toList();
    }

    @Test
    void cacheStaysWithinItsBound() {
        SegmentCache cache = new SegmentCache(1_000);
        List<Tensor> frames = List.of(Tensor.ofBytes(SyntheticEpisodes.FRAME, new byte[420]));
        cache.put("a", 0, frames);
        cache.put("a", 1, frames);
        assertThat(cache.get("a", 0)).isEqualTo(frames);
        cache.put("a", 2, frames);

        assertThat(cache.bytes()).isEqualTo(840);
        assertThat(cache.get("a", 1)).as("the least recently used").isNull();
        assertThat(cache.get("a", 0)).isEqualTo(frames);
        cache.put("a", 3, List.of(Tensor.ofBytes(SyntheticEpisodes.FRAME, new byte[1_008])));
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void fileUrisAreTaken() {
        String uri = "file:" + segments.get(0).file();
        try (WindowReader reader = reader(SyntheticEpisodes.LAYOUT, 0)) {
            WindowAddress address = window(at(segments.get(0), uri), 0, 5);
            assertThat(reader.read(address).episode()).isEqualTo(segments.get(0).episode());
        }
    }

    @Test
    void missingFileIsNamed() {
        fails(folder.resolve("gone.parquet"), "it is gone");
    }

    @Test
    void fileThatIsNotParquetIsNamed() throws IOException {
        fails(Files.writeString(folder.resolve("text.parquet"), "no Parquet at all"), "damaged or cut short");
        fails(Files.writeString(folder.resolve("empty.parquet"), ""), "damaged or cut short");
    }

    @Test
    void truncatedFileIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(segments.get(0).file()));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        fails(Files.write(folder.resolve("half.parquet"), half), "damaged or cut short");
    }

    @Test
    void flippedBitInAPageIsFoundByItsChecksum() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(segments.get(0).file()));
        bytes[bytes.length / 2] ^= 4;
        fails(Files.write(folder.resolve("flipped.parquet"), bytes), "could not verify the checksum of a page");
    }

    @Test
    void fileOfOtherSegmentsIsRefused() {
        SegmentAddress first = segments.get(0);
        SegmentAddress wrong = new SegmentAddress(
                first.file(), first.row(), segments.get(1).episode(), 0, first.steps(), first.split());
        SegmentAddress beyond = new SegmentAddress(first.file(), 60, first.episode(), 0, first.steps(), first.split());
        try (WindowReader reader = reader(SyntheticEpisodes.LAYOUT, 1_000_000)) {
            assertThatThrownBy(() -> reader.read(window(wrong, 0, 5)))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("list the table's segments anew");
            assertThatThrownBy(() -> reader.read(window(beyond, 0, 5)))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("it has 60 rows and no row 60");
        }
    }

    @Test
    void layoutOfAnotherTableIsRefused() {
        for (TensorSpec wrong : List.of(TensorSpec.frame("depth", 4, 12, 10), TensorSpec.frame("lcd", 4, 5000, 10))) {
            try (WindowReader reader = reader(new Layout(List.of(wrong)), 0)) {
                assertThatThrownBy(() -> reader.read(window(segments.get(0), 0, 5)))
                        .isInstanceOf(CorruptDataException.class)
                        .hasMessageContaining("give files that belong to");
            }
        }
    }
}
