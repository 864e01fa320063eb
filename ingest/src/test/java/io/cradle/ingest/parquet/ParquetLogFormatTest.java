package io.cradle.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Split;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.align.Stamps;
import io.cradle.ingest.csv.ClockUnit;
import io.cradle.ingest.csv.CsvClock;
import io.cradle.ingest.csv.CsvColumn;
import io.cradle.ingest.csv.CsvMapping;
import io.cradle.ingest.csv.Resampling;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetLogFormatTest {
    private static final String SCHEMA = "message log { optional double time; optional double angle;"
            + " optional float torque; required binary note (STRING); required int64 stamp (TIMESTAMP(MICROS,true)); }";
    private static final CsvMapping MAPPING = mapping("time", ClockUnit.S, "angle");

    @TempDir
    Path directory;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void aFileBecomesATakeInSi() {
        Take take = takes(log(5, 0.5, -1), MAPPING).get(0);
        assertThat(take.name()).isEqualTo("log.parquet");
        assertThat(take.declared()).isEmpty();
        assertThat(take.rate()).isZero();
        assertThat(take.tracks()).extracting(Track::name).containsExactly("action", "proprio");
        assertThat(take.tracks()).extracting(Track::role).containsExactly(Role.ACTION, Role.PROPRIO);
        Track proprio = take.tracks().get(1);
        assertThat(proprio.channels()).containsExactly("angle");
        assertThat(proprio.steps()).isEqualTo(5);
        assertThat(proprio.time(3)).isEqualTo(1_500_000_000L);
        assertThat(proprio.value(3, 0)).isEqualTo((float) Math.toRadians(30));
        assertThat(findings).isEmpty();
    }

    @Test
    void anOutlineHasTheLimitsAndThePaceOfTheRecordingInThreeRows() {
        Path file = log(2000, 0.5, -1);
        Take whole = takes(file, MAPPING).get(0);
        Take outline = outlines(MAPPING).get(0);
        assertThat(outline.tracks()).extracting(Track::name).containsExactly("action", "proprio");
        for (int i = 0; i < 2; i++) {
            Track all = whole.tracks().get(i);
            Track few = outline.tracks().get(i);
            assertThat(few.steps()).isEqualTo(3);
            assertThat(few.units()).isEqualTo(all.units());
            assertThat(few.role()).isEqualTo(all.role());
            assertThat(few.value(1, 0)).isEqualTo(all.value(0, 0));
            assertThat(few.value(0, 0)).isEqualTo(all.value(1999, 0));
            assertThat(few.leading().value(1, 0)).isEqualTo(all.value(1999, 0));
            assertThat(Stamps.median(few)).isEqualTo(Stamps.median(all));
        }
    }

    @Test
    void whereARowLacksAValueTheOutlineIsTheRecording() {
        log(50, 0.5, 7);
        assertThat(outlines(MAPPING).get(0).tracks()).extracting(Track::steps).containsExactly(50, 49);
    }

    @Test
    void whatIsRefusedForItsTimeHasNoOutline() {
        log(2000, -1, -1);
        assertThat(outlines(MAPPING)).isEmpty();
        assertThat(findings).extracting(Finding::reason).containsExactly("time runs backwards");
    }

    @Test
    void whatHasNoTimeIsToldWhereItIsLookedAt() {
        Path file = directory.resolve("log.parquet");
        ParquetFiles.write(file, SCHEMA, 5, (group, row) -> {
            group.add("angle", row * 10.0);
            group.add("torque", row * 0.5f);
            group.add("note", "ok");
            group.add("stamp", 1L);
        });
        assertThat(outlines(MAPPING)).isEmpty();
        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.reason())
                .isEqualTo("time missing"));
    }

    @Test
    void aDirectoryDeclaresASplit() throws IOException {
        Files.createDirectories(directory.resolve("val"));
        Path file = Files.move(log(3, 1, -1), directory.resolve("val/log.parquet"));
        Take take = takes(file, MAPPING).get(0);
        assertThat(take.declared()).isEqualTo(Optional.of(Split.VAL));
        assertThat(take.name()).isEqualTo("val/log.parquet");
    }

    @Test
    void aRowThatLacksAValueIsLeftOutOfItsStreamAlone() {
        Take take = takes(log(5, 1, 2), MAPPING).get(0);
        assertThat(take.tracks()).extracting(Track::steps).containsExactly(5, 4);
        assertThat(take.tracks().get(1).time(2)).isEqualTo(3_000_000_000L);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.NOTICED);
            assertThat(finding.reason()).isEqualTo("values missing");
            assertThat(finding.detail())
                    .contains("'proprio'")
                    .contains("1 rows")
                    .contains("row 2, column 'angle'");
        });
    }

    @Test
    void stampsInMicrosecondsAreExact() {
        Take take =
                takes(log(3, 1, -1), mapping("stamp", ClockUnit.US, "angle")).get(0);
        assertThat(take.tracks().get(0).time(2)).isEqualTo(1_700_000_000_000_002_000L);
    }

    @Test
    void aUnitThatTheSchemaContradictsIsRefused() {
        Path file = log(3, 1, -1);
        assertThatThrownBy(() -> takes(file, mapping("stamp", ClockUnit.MS, "angle")))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("set 'ingest.csv.time.unit' to us");
    }

    @Test
    void timeThatRunsBackwardsIsRefusedWithTheRow() {
        assertThat(takes(log(4, -0.5, -1), MAPPING)).isEmpty();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.REFUSED);
            assertThat(finding.place()).isEqualTo("row 1");
            assertThat(finding.reason()).isEqualTo("time runs backwards");
            assertThat(finding.detail()).contains("-0.5").contains("sort the rows");
        });
    }

    @Test
    void timeThatIsMissingOrBeyondReasonIsRefused() {
        assertThat(takes(log(3, Double.NaN, -1), MAPPING)).isEmpty();
        assertThat(takes(log(3, 1e30, -1), MAPPING)).isEmpty();
        assertThat(findings).extracting(Finding::reason).containsExactly("time missing", "time out of range");
    }

    @Test
    void aFileWithoutRowsIsRefused() {
        assertThat(takes(log(0, 1, -1), MAPPING)).isEmpty();
        assertThat(findings).extracting(Finding::reason).containsExactly("no row");
    }

    @Test
    void aMappingThatDoesNotFitIsFoundBeforeAnyWork() {
        log(3, 1, -1);
        assertThatThrownBy(() -> ParquetLogFormat.of(directory, mapping("time", ClockUnit.S, "angles")))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("did you mean 'angle'?");
        assertThatThrownBy(() -> ParquetLogFormat.of(directory, mapping("time", ClockUnit.S, "note")))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("column 'note' holds no numbers");
        assertThatThrownBy(() -> ParquetLogFormat.of(directory, CsvMapping.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maps no column");
    }

    @Test
    void aFolderWithoutLogsIsRefused() {
        assertThatThrownBy(() -> ParquetLogFormat.of(directory, MAPPING))
                .hasMessageContaining("holds no .parquet file");
    }

    @Test
    void aLogCutShortIsRefusedClearly() throws IOException {
        Path file = log(100, 1, -1);
        ParquetLogFormat format = ParquetLogFormat.of(directory, MAPPING);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> format.takes(format.recordings().get(0), findings::add))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("log.parquet");
        }
    }

    @Test
    void anotherMappingIsAnotherFormat() {
        log(3, 1, -1);
        assertThat(ParquetLogFormat.of(directory, MAPPING).name())
                .startsWith("parquet-log 1 ")
                .isNotEqualTo(ParquetLogFormat.of(directory, mapping("time", ClockUnit.MS, "angle"))
                        .name());
    }

    private static CsvMapping mapping(String time, ClockUnit unit, String angle) {
        return new CsvMapping(
                ",",
                new CsvClock(time, unit),
                Map.of(
                        "proprio", List.of(new CsvColumn(angle, "deg", -10, 10, Interpolation.LINEAR)),
                        "action", List.of(new CsvColumn("torque", "N m", -10, 10, Interpolation.HOLD))),
                Resampling.KEEP,
                0);
    }

    private Path log(int rows, double period, int missing) {
        Path file = directory.resolve("log.parquet");
        try {
            Files.deleteIfExists(file);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return ParquetFiles.write(file, SCHEMA, rows, (group, row) -> {
            group.add("time", row * period);
            if (row != missing) {
                group.add("angle", row * 10.0);
            }
            group.add("torque", row * 0.5f);
            group.add("note", "ok");
            group.add("stamp", 1_700_000_000_000_000L + row);
        });
    }

    private List<Take> outlines(CsvMapping mapping) {
        ParquetLogFormat format = ParquetLogFormat.of(directory, mapping);
        return format.outlines(format.recordings().get(0), findings::add).toList();
    }

    private List<Take> takes(Path file, CsvMapping mapping) {
        ParquetLogFormat format = ParquetLogFormat.of(directory, mapping);
        assertThat(format.recordings()).singleElement().satisfies(one -> assertThat(one.path())
                .isEqualTo(file));
        return format.takes(format.recordings().get(0), findings::add).toList();
    }
}
