package io.cradle.ingest.rlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.ingest.source.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TfrecordReaderTest {
    private static final byte[] ONE = "one".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TWO = "twotwo".getBytes(StandardCharsets.UTF_8);
    private static final byte[] THREE = "three".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private Path file;
    private final List<Finding> findings = new ArrayList<>();

    @BeforeEach
    void name() {
        file = directory.resolve("x.tfrecord");
    }

    /** The example of TensorFlow's own documentation of masked checksums: CRC32C of "123456789" is e3069283. */
    @Test
    void checksumsAreThoseOfCastagnoliMasked() {
        byte[] data = "123456789".getBytes(StandardCharsets.US_ASCII);
        int crc = 0xe3069283;
        assertThat(TfrecordReader.masked(data, data.length)).isEqualTo((crc >>> 15 | crc << 17) + 0xa282ead8);
    }

    @Test
    void recordsComeBackInOrder() {
        assertThat(read(Tfrecords.of(ONE, TWO, THREE))).containsExactly("one", "twotwo", "three");
        assertThat(findings).isEmpty();
    }

    @Test
    void aRecordWhoseChecksumIsWrongIsLeftOut() {
        byte[] bytes = Tfrecords.of(ONE, TWO, THREE);
        bytes[16 + 3 + 12 + 2] ^= 1;
        assertThat(read(bytes)).containsExactly("one", "three");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.REFUSED);
            assertThat(finding.place()).isEqualTo("record 1");
            assertThat(finding.reason()).isEqualTo("record checksum wrong");
            assertThat(finding.text()).contains(file.toString()).contains("copy it again");
        });
    }

    @Test
    void readingEndsWhereALengthIsDamaged() {
        byte[] bytes = Tfrecords.of(ONE, TWO, THREE);
        bytes[16 + 3] ^= 1;
        assertThat(read(bytes)).containsExactly("one");
        assertThat(findings).extracting(Finding::reason).containsExactly("record length damaged");
    }

    @Test
    void aHostileLengthTakesNoMemory() {
        assertThat(read(Tfrecords.header(Long.MAX_VALUE))).isEmpty();
        assertThat(read(Tfrecords.header(-1))).isEmpty();
        assertThat(read(Tfrecords.header(1 << 29))).isEmpty();
        assertThat(findings)
                .extracting(Finding::reason)
                .containsExactly("record too long", "record too long", "truncated");
    }

    @Test
    void aFileCutAnywhereGivesTheWholeRecordsBeforeAndSaysSo() {
        byte[] whole = Tfrecords.of(ONE, TWO, THREE);
        List<Integer> ends = List.of(0, 19, 41, whole.length);
        for (int length = 0; length <= whole.length; length++) {
            findings.clear();
            int cut = length;
            long expected = ends.stream().filter(end -> end > 0 && end <= cut).count();
            assertThat(read(Arrays.copyOf(whole, length))).hasSize((int) expected);
            if (ends.contains(length)) {
                assertThat(findings).isEmpty();
            } else {
                assertThat(findings).singleElement().satisfies(finding -> {
                    assertThat(finding.reason()).isEqualTo("truncated");
                    assertThat(finding.detail()).contains("after %d whole ones".formatted(expected));
                });
            }
        }
    }

    @Test
    void aByteFlippedAnywhereIsFound() {
        byte[] whole = Tfrecords.of(ONE, TWO, THREE);
        for (int at = 0; at < whole.length; at++) {
            findings.clear();
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x10;
            assertThat(read(bytes)).hasSizeLessThan(3);
            assertThat(findings).hasSize(1);
        }
    }

    @Test
    void aZippedFileIsNamedAsSuch() {
        byte[] bytes = new byte[40];
        bytes[0] = 0x1f;
        bytes[1] = (byte) 0x8b;
        assertThat(read(bytes)).isEmpty();
        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.detail())
                .contains("gzip"));
    }

    private List<String> read(byte[] bytes) {
        List<String> records = new ArrayList<>();
        try (TfrecordReader reader = TfrecordReader.open(Tfrecords.bytes(file, bytes), findings::add)) {
            for (Optional<byte[]> next = reader.next(); next.isPresent(); next = reader.next()) {
                records.add(new String(next.get(), StandardCharsets.UTF_8));
            }
        }
        return records;
    }
}
