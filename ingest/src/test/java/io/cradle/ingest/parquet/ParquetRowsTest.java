package io.cradle.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.parquet.ParquetColumn.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetRowsTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("log.parquet");
    }

    @Test
    void everyKindOfValueComesBackOverManyRowGroups() {
        int count = 20_000;
        try (ParquetRows log = ParquetRows.open(ParquetFiles.log(file, count))) {
            assertThat(log.rows()).isEqualTo(count);
            ParquetCursor rows = log.read(List.of("effort", "angle", "index", "done", "task", "t"));
            for (int row = 0; row < count; row++) {
                assertThat(rows.next()).isTrue();
                requireRow(rows, row);
            }
            assertThat(rows.next()).isFalse();
        }
    }

    private static void requireRow(ParquetCursor rows, int row) {
        assertThat(rows.row()).isEqualTo(row);
        assertThat(rows.number(0)).isEqualTo(row * 0.5f);
        assertThat(rows.isNull(1)).isEqualTo(row % 5 == 4);
        assertThat(rows.number(1)).isEqualTo(Double.valueOf(row % 5 == 4 ? Double.NaN : Math.sin(row)));
        assertThat(rows.integer(2)).isEqualTo((1L << 60) + row);
        assertThat(rows.number(3)).isEqualTo(row % 2);
        assertThat(rows.isNull(4)).isEqualTo(row % 3 == 2);
        if (row % 3 != 2) {
            assertThat(rows.text(4)).isEqualTo("pick " + row % 7);
        }
        assertThat(rows.number(5)).isEqualTo(row * 0.01);
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
    void commonCodecsAreRead(CompressionCodecName codec) {
        ParquetFiles.write(file, ParquetFiles.LOG, 10, codec, 1 << 20, ParquetFiles::row);
        try (ParquetRows log = ParquetRows.open(file)) {
            ParquetCursor rows = log.read(List.of("t"));
            for (int row = 0; row < 10; row++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.number(0)).isEqualTo(row * 0.01);
            }
        }
    }

    @Test
    void listsInThreeLevelsTellMissingFromEmpty() {
        String schema = "message m { optional group x (LIST) { repeated group list { optional float element; } } }";
        ParquetFiles.write(file, schema, 4, ParquetRowsTest::threeLevels);
        try (ParquetRows lists = ParquetRows.open(file)) {
            ParquetCursor rows = lists.read(List.of("x"));
            assertThat(rows.next()).isTrue();
            assertThat(rows.isNull(0)).isTrue();
            assertThatThrownBy(() -> rows.list(0))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("row 0, column 'x'");
            assertThat(rows.next()).isTrue();
            assertThat(rows.list(0)).isEmpty();
            assertThat(rows.next()).isTrue();
            assertThat(rows.list(0)).containsExactly(1.5f, Float.NaN, 2.5f);
            assertThat(rows.next()).isTrue();
            assertThat(rows.doubles(0)).containsExactly(7);
            assertThat(rows.next()).isFalse();
        }
    }

    private static void threeLevels(Group group, int row) {
        if (row == 0) {
            return;
        }
        Group list = group.addGroup("x");
        if (row == 2) {
            list.addGroup("list").add("element", 1.5f);
            list.addGroup("list");
            list.addGroup("list").add("element", 2.5f);
        } else if (row == 3) {
            list.addGroup("list").add("element", 7f);
        }
    }

    @Test
    void listsInTwoLevelsAndBareRepetitionsAreRead() {
        String schema = "message m { required group x (LIST) { repeated double element; } repeated int32 y;"
                + " required group z (LIST) { repeated group list { required binary element (STRING); } } }";
        ParquetFiles.write(file, schema, 300, (group, row) -> {
            Group x = group.addGroup("x");
            Group z = group.addGroup("z");
            for (int i = 0; i < row % 4; i++) {
                x.add("element", row + i / 8.0);
                group.add("y", i);
                z.addGroup("list").add("element", "task " + i);
            }
        });
        try (ParquetRows lists = ParquetRows.open(file)) {
            ParquetCursor rows = lists.read(List.of("x", "y", "z"));
            for (int row = 0; row < 300; row++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.doubles(0)).hasSize(row % 4);
                assertThat(rows.list(1)).containsExactly(Arrays.copyOf(new float[] {0, 1, 2}, row % 4));
                assertThat(rows.texts(2)).hasSize(row % 4).allMatch(text -> text.startsWith("task "));
            }
        }
    }

    @Test
    void bytesWithinAStructureAreReadAndNothingElseOfIt() {
        String schema = "message m { required double t; optional group picture { optional binary path (STRING);"
                + " optional binary bytes; } optional binary bare; }";
        ParquetFiles.write(file, schema, 3, (group, row) -> {
            group.add("t", (double) row);
            if (row > 0) {
                Group picture = group.addGroup("picture");
                picture.add("path", "nowhere");
                if (row > 1) {
                    picture.add("bytes", Binary.fromConstantByteArray(new byte[] {row.byteValue(), -1}));
                }
                group.add("bare", Binary.fromConstantByteArray(new byte[] {7}));
            }
        });
        try (ParquetRows pictures = ParquetRows.open(file)) {
            ParquetCursor rows = pictures.read(List.of("picture", "t", "bare"));
            assertThat(rows.next()).isTrue();
            assertThat(rows.isNull(0) && rows.isNull(2)).isTrue();
            assertThat(rows.next()).isTrue();
            assertThatThrownBy(() -> rows.bytes(0))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("row 1, column 'picture'");
            assertThat(rows.next()).isTrue();
            assertThat(rows.bytes(0)).containsExactly(2, -1);
            assertThat(rows.number(1)).isEqualTo(2);
            assertThat(rows.bytes(2)).containsExactly(7);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 1000, 4321, 9_999, 10_000, 20_000})
    void aPassMayBeginAtAnyRow(long from) {
        ParquetFiles.log(file, 10_000);
        try (ParquetRows log = ParquetRows.open(file)) {
            ParquetCursor rows = log.read(List.of("t"), from);
            for (long row = from; row < 10_000; row++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.row()).isEqualTo(row);
                assertThat(rows.number(0)).isEqualTo(row * 0.01);
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void nestedColumnsAreListedButCannotBeRead() {
        String schema = "message m { required double t; optional group picture { optional binary bytes;"
                + " optional binary path (STRING); } optional group deep (LIST) { repeated group list {"
                + " optional group element (LIST) { repeated group list { optional double element; } } } } }";
        ParquetFiles.write(file, schema, 3, (group, row) -> group.add("t", (double) row));
        try (ParquetRows rows = ParquetRows.open(file)) {
            assertThat(rows.columns())
                    .extracting(ParquetColumn::kind)
                    .containsExactly(Kind.REAL, Kind.BYTES, Kind.OTHER);
            assertThatThrownBy(() -> rows.read(List.of("deep")))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("column 'deep' is neither a number");
            assertThat(rows.read(List.of("t")).next()).isTrue();
        }
    }

    @Test
    void unsignedIntegersKeepTheirValue() {
        String schema = "message m { required int32 a (INTEGER(32,false)); required int32 b (INTEGER(8,true)); }";
        ParquetFiles.write(
                file, schema, 1, (group, row) -> group.append("a", -1).append("b", -1));
        try (ParquetRows rows = ParquetRows.open(file)) {
            ParquetCursor cursor = rows.read(List.of("a", "b"));
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.integer(0)).isEqualTo(0xffffffffL);
            assertThat(cursor.integer(1)).isEqualTo(-1);
        }
    }

    @Test
    void aMisspeltColumnIsAnsweredWithTheNearest() {
        try (ParquetRows log = ParquetRows.open(ParquetFiles.log(file, 3))) {
            assertThatThrownBy(() -> log.read(List.of("angl")))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("no column 'angl'")
                    .hasMessageContaining("did you mean 'angle'?");
        }
    }

    @Test
    void aColumnReadAsSomethingElseIsRefusedByName() {
        try (ParquetRows log = ParquetRows.open(ParquetFiles.log(file, 3))) {
            ParquetCursor rows = log.read(List.of("task", "t"));
            assertThat(rows.next()).isTrue();
            assertThatThrownBy(() -> rows.number(0)).hasMessageContaining("Cannot read column 'task' as a number");
            assertThatThrownBy(() -> rows.list(1)).hasMessageContaining("Cannot read column 't' as a list of numbers");
        }
    }

    @Test
    void aSecondPassStartsAnew() {
        try (ParquetRows log = ParquetRows.open(ParquetFiles.log(file, 3))) {
            assertThat(log.read(List.of("t")).next()).isTrue();
            ParquetCursor again = log.read(List.of("index"));
            assertThat(again.next()).isTrue();
            assertThat(again.integer(0)).isEqualTo(1L << 60);
        }
    }

    @Test
    void aFileWithoutRowsHasNoRow() {
        try (ParquetRows log = ParquetRows.open(ParquetFiles.log(file, 0))) {
            assertThat(log.rows()).isZero();
            assertThat(log.read(List.of("t")).next()).isFalse();
        }
    }

    @Test
    void aFlippedByteOfAPageIsFoundByItsChecksum() throws IOException {
        ParquetFiles.write(
                file,
                "message m { required double t; }",
                500,
                CompressionCodecName.UNCOMPRESSED,
                1 << 20,
                (group, row) -> group.add("t", (double) row));
        byte[] bytes = Files.readAllBytes(file);
        bytes[2000] ^= 1;
        Files.write(file, bytes);
        try (ParquetRows rows = ParquetRows.open(file)) {
            ParquetCursor cursor = rows.read(List.of("t"));
            assertThatThrownBy(cursor::next)
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("row 0")
                    .hasMessageContaining("CRC");
        }
    }

    @Test
    void aFileThatWasCutAnywhereIsRefusedWithTheRemedy() throws IOException {
        byte[] whole = Files.readAllBytes(ParquetFiles.log(file, 200));
        for (int length = 0; length < whole.length; length += 1 + length / 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ParquetRows.open(file))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("again");
        }
    }

    @Test
    void whatIsNotParquetIsRefused() throws IOException {
        Files.writeString(file, "time,angle\n0,1\n0.1,2\n");
        assertThatThrownBy(() -> ParquetRows.open(file)).hasMessageContaining("does not start as a Parquet file does");
        assertThatThrownBy(() -> ParquetRows.open(directory.resolve("none")))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void aByteFlippedAnywhereGivesNumbersOrOneException() throws IOException {
        byte[] whole = Files.readAllBytes(ParquetFiles.log(file, 50));
        for (int at = 0; at < whole.length; at += 3) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x55;
            Files.write(file, bytes);
            readAll();
        }
    }

    private void readAll() {
        try (ParquetRows log = ParquetRows.open(file)) {
            ParquetCursor rows = log.read(List.of("t", "angle", "task"));
            for (int row = 0; row < 1000 && rows.next(); row++) {
                assertThat(rows.row()).isEqualTo(row);
            }
        } catch (CorruptDataException clear) {
            assertThat(clear).hasMessageContaining(file.toString());
        }
    }
}
