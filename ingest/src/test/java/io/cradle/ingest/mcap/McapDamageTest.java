package io.cradle.ingest.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.source.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were cut, damaged, or made to do harm. */
class McapDamageTest {
    private static final List<String> COMPRESSIONS = List.of("", "zstd", "lz4");
    private static final int MAGIC = 8;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "zstd", "lz4"})
    void aTruncatedFileGivesWhatIsWhole(String compression) {
        byte[] whole = file(compression);
        long before = 0;
        for (int length = 0; length < whole.length; length++) {
            Reading reading = read(Arrays.copyOf(whole, length));
            long steps = reading.takes().stream()
                    .mapToLong(take -> take.tracks().get(0).steps())
                    .sum();
            assertThat(reading.reasons()).contains("truncated");
            assertThat(reading.takes()).hasSize(steps > 0 ? 1 : 0);
            assertThat(steps).isGreaterThanOrEqualTo(before);
            before = steps;
        }
        assertThat(before).isEqualTo(9);
        assertThat(read(whole).findings()).isEmpty();
    }

    @Test
    void whatIsWholeOfAChunkIsReadOnlyIfItIsNotCompressed() {
        int end = MAGIC + 60;
        assertThat(steps(Arrays.copyOf(file(""), file("").length - end))).isGreaterThan(6);
        byte[] packed = McapWriter.file()
                .chunk("zstd", McapDamageTest::first)
                .chunk("zstd", next(3))
                .cut();
        assertThat(steps(Arrays.copyOf(packed, packed.length - 1))).isEqualTo(3);
    }

    @Test
    void theFindingTellsWhereTheFileEnds() {
        byte[] cut = McapWriter.file()
                .chunk("", McapDamageTest::first)
                .chunk("", next(3))
                .cut();
        Finding finding = read(cut).findings().get(0);
        assertThat(finding.kind()).isEqualTo(Finding.Kind.NOTICED);
        assertThat(finding.place()).isEqualTo("byte " + cut.length);
        assertThat(finding.detail())
                .isEqualTo("6 messages were read, ended at byte %d of %d; copy it again or re-record"
                        .formatted(cut.length, cut.length));
    }

    @Test
    void aTailOfZerosIsATruncation() {
        byte[] cut = McapWriter.file().chunk("", McapDamageTest::first).cut();
        Reading reading = read(Arrays.copyOf(cut, cut.length + 100));
        assertThat(reading.reasons()).containsExactly("truncated");
        assertThat(reading.findings().get(0).place()).isEqualTo("byte " + cut.length);
    }

    @Property(tries = 300)
    void aDamagedByteNeverGivesAnythingButAFindingOrAClearError(
            @ForAll @IntRange(max = 2) int compression,
            @ForAll @IntRange(max = 100_000) int at,
            @ForAll @IntRange(min = 1, max = 255) int flip)
            throws IOException {
        byte[] content = file(COMPRESSIONS.get(compression));
        content[at % content.length] ^= (byte) flip;
        Path file = Files.createTempFile("damaged", ".mcap");
        try {
            Reading reading = Reading.of(McapWriter.save(file, content));
            assertThat(reading.takes().size() + reading.findings().size()).isPositive();
        } catch (CorruptDataException clear) {
            assertThat(clear).hasMessageContaining(file.toString()).hasMessageContaining(";");
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zstd", "lz4"})
    void aChunkWhoseCheckSumIsWrongIsLeftOut(String compression) {
        byte[] records = McapWriter.records(next(3));
        byte[] content = McapWriter.file()
                .chunk(compression, McapDamageTest::first)
                .chunk(compression, records.length, 12345, McapWriter.packed(compression, records))
                .chunk(compression, next(6))
                .end();
        Reading reading = read(content);
        assertThat(reading.track("/q").steps()).isEqualTo(6);
        assertThat(reading.reasons()).containsExactly("chunk damaged");
        assertThat(reading.findings().get(0).text()).contains("chunk at byte", "1 chunks were left out", "check sum");
    }

    @Test
    void aChunkWithoutCheckSumIsTaken() {
        byte[] records = McapWriter.records(McapDamageTest::first);
        assertThat(steps(McapWriter.file().chunk("", records.length, 0, records).end()))
                .isEqualTo(3);
    }

    @Test
    void channelsOfALostChunkAreFoundInTheSummary() {
        byte[] records = McapWriter.records(McapDamageTest::first);
        McapWriter writer =
                McapWriter.file().chunk("", records.length, 12345, records).chunk("", next(3));
        Reading reading = read(writer.end(summary -> summary.channel(1, 0, "/q", "json")));
        assertThat(reading.track("/q").steps()).isEqualTo(3);
        assertThat(reading.reasons()).containsExactly("chunk damaged");
    }

    @Test
    void messagesOfAnUnknownChannelAreCounted() {
        Reading reading = read(McapWriter.file()
                .chunk("", McapDamageTest::first)
                .json(9, 5, "1")
                .end());
        assertThat(reading.reasons()).containsExactly("channel unknown");
        assertThat(reading.findings().get(0).detail()).startsWith("1 messages were left out");
    }

    @Test
    void aChunkOfUnknownCompressionIsLeftOut() {
        byte[] records = McapWriter.records(next(3));
        Reading reading = read(McapWriter.file()
                .chunk("", McapDamageTest::first)
                .chunk("brotli", records.length, 0, records)
                .end());
        assertThat(reading.findings().get(0).detail()).contains("'brotli' is not known");
        assertThat(reading.track("/q").steps()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zstd", "lz4"})
    void aChunkOfAnotherSizeThanDeclaredIsLeftOut(String compression) {
        byte[] records = McapWriter.records(next(3));
        for (int more : new int[] {-1, 1}) {
            Reading reading = read(McapWriter.file()
                    .chunk("", McapDamageTest::first)
                    .chunk(compression, records.length + more, 0, McapWriter.packed(compression, records))
                    .end());
            assertThat(reading.reasons()).containsExactly("chunk damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 31, 1L << 40, -1, (1L << 26) + 1})
    void aBombIsRefused(long size) {
        refuses(McapWriter.file().chunk("zstd", size, 0, new byte[100]).end(), "claims to unpack from 100 bytes");
    }

    @ParameterizedTest
    @ValueSource(longs = {(1L << 30) + 1, 1L << 40, Long.MAX_VALUE, -1})
    void aRecordOfAnImpossibleSizeIsRefused(long size) {
        refuses(
                McapWriter.file().head(5, size).raw(new byte[100]).cut(),
                "record at byte",
                Long.toUnsignedString(size));
        refuses(McapWriter.file().head(6, size).raw(new byte[100]).end(), "kind 6 claims");
    }

    @Test
    void aRecordBeyondTheEndOfAClosedFileIsRefused() {
        refuses(McapWriter.file().head(5, 1000).end(), "claims 1000 bytes", "copy it again");
    }

    @Test
    void aRecordBeyondItsChunkIsRefused() {
        byte[] record = McapWriter.records(chunk -> chunk.head(5, 1000));
        refuses(McapWriter.file().chunk("", record.length, 0, record).end(), "chunk at byte", "claims 1000 bytes");
    }

    @Test
    void aTextBeyondItsRecordIsRefused() {
        refuses(
                McapWriter.file()
                        .record(4, McapWriter.fields().number16(1).number16(0).number32(0xffffffffL))
                        .end(),
                "a field of 4294967295 bytes stands where 0 are left");
    }

    @Test
    void aChannelThatIsDeclaredOtherwiseIsRefused() {
        refuses(
                McapWriter.file()
                        .channel(1, 0, "/q", "json")
                        .channel(1, 0, "/p", "json")
                        .end(),
                "channel 1 is declared a second time");
    }

    private void refuses(byte[] content, String... words) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContainingAll(words);
    }

    private Reading read(byte[] content) {
        return Reading.of(McapWriter.save(directory.resolve("file.mcap"), content));
    }

    private int steps(byte[] content) {
        return read(content).track("/q").steps();
    }

    private static byte[] file(String compression) {
        return McapWriter.file()
                .chunk(compression, McapDamageTest::first)
                .chunk(compression, next(3))
                .chunk(compression, next(6))
                .end(summary -> summary.channel(1, 0, "/q", "json"));
    }

    private static void first(McapWriter chunk) {
        chunk.channel(1, 0, "/q", "json");
        next(0).accept(chunk);
    }

    private static Consumer<McapWriter> next(int from) {
        return chunk -> {
            for (int i = from; i < from + 3; i++) {
                chunk.json(1, 10L * i, "{\"a\":%d,\"b\":[1,2.5]}".formatted(i));
            }
        };
    }
}
