package io.cradle.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.assembly.SplitsConfig;
import io.cradle.ingest.source.RecordingFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {
    @TempDir
    private Path scratch;

    @Test
    void columnsBecomeTensorsWithUnits() throws IOException {
        Episode episode = only("time,position,velocity,torque\n0.5,1,2,3\n0.75,-1e-1,.5,+4\n");
        assertThat(episode.require(Layout.PROPRIO).floats(0)).containsExactly(1, 2);
        assertThat(episode.require(Layout.PROPRIO).floats(1)).containsExactly(-0.1f, 0.5f);
        assertThat(episode.require(Layout.ACTION).floats(1)).containsExactly(4);
        assertThat(episode.require(Layout.TIME).integer(1, 0)).isEqualTo(750_000_000L);
        TensorSpec proprio = episode.layout().require(Layout.PROPRIO);
        assertThat(proprio.channels())
                .extracting("name", "unit")
                .containsExactly(tuple("position", "rad"), tuple("velocity", "rad/s"));
        assertThat(proprio.rate()).isZero();
    }

    @Test
    void theLayoutIsKnownBeforeAnythingIsRead() throws IOException {
        String text = "time,position,velocity,torque\n0,1,2,3\n";
        assertThat(only(text).layout()).isEqualTo(Mappings.PENDULUM.layout());
        assertThat(Mappings.PENDULUM.layout().tensors())
                .extracting("name")
                .containsExactly("action", "proprio", "time", "valid");
    }

    @Test
    void unitsAreStoredInSi() throws IOException {
        CsvMapping mapping = Mappings.one(new CsvColumn("angle", "deg", -4, 4, Interpolation.LINEAR), ClockUnit.MS);
        Episode episode = episodes("t,angle\n1.5,180\n2,90\n", mapping).get(0);
        assertThat(episode.require(Layout.PROPRIO).floats(0)).containsExactly((float) Math.PI);
        assertThat(episode.require(Layout.TIME).integer(0, 0)).isEqualTo(1_500_000L);
        assertThat(episode.layout().require(Layout.PROPRIO).channels().get(0).unit())
                .isEqualTo("rad");
    }

    @Test
    void emptyFieldsAreNotMeasured() throws IOException {
        Episode episode = only("time,position,velocity,torque\n0,1,,3\n1,,2,\n");
        assertThat(episode.require(Layout.PROPRIO).floats(0)).containsExactly(1, 0);
        assertThat(episode.require(Layout.PROPRIO).floats(1)).containsExactly(0, 2);
        // bits in order of the layout: torque, position, velocity
        assertThat(episode.layout().require(Layout.VALID).channels())
                .extracting("name")
                .containsExactly("torque", "position", "velocity");
        assertThat(episode.require(Layout.VALID).floats(0)).containsExactly(1, 1, 0);
        assertThat(episode.require(Layout.VALID).floats(1)).containsExactly(0, 0, 1);
    }

    @Test
    void notANumberIsKeptForCurationToFind() throws IOException {
        Episode episode = only("time,position,velocity,torque\n0,nan,-inf,Infinity\n");
        assertThat(episode.require(Layout.PROPRIO).floats(0)).containsExactly(Float.NaN, Float.NEGATIVE_INFINITY);
        assertThat(episode.require(Layout.ACTION).floats(0)).containsExactly(Float.POSITIVE_INFINITY);
        assertThat(episode.require(Layout.VALID).floats(0)).containsExactly(1, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "torque,velocity,extra,position,time\n3,2,x,1,0\n",
                "\ufefftime,position,velocity,torque\r\n0,1,2,3\r\n",
                "\"time\",\"position\",\"velocity\",\"torque\"\n\"0\",\"1\",\"2\",\"3\"",
                "time, position, velocity, torque\n\n 0 , 1 , 2 , 3 \n\n"
            })
    void columnsAreFoundByNameHoweverTheFileIsWritten(String text) throws IOException {
        Episode episode = only(text);
        assertThat(episode.require(Layout.PROPRIO).floats(0)).containsExactly(1, 2);
        assertThat(episode.require(Layout.ACTION).floats(0)).containsExactly(3);
        assertThat(episode.require(Layout.TIME).integer(0, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "time,position,velocity,torque\\n0,1,2,3\\n1,1,fast,3 | line 3, column 'velocity': 'fast' is not a number; mend the line, or leave the field empty if nothing was measured",
                "time,position,velocity,torque\\n0,1,2,0x1p3 | line 2, column 'torque': '0x1p3' is not a number",
                "time,position,velocity,torque\\nnan,1,2,3 | line 2, column 'time': 'nan' is not a number",
                "time,position,velocity,torque\\n,1,2,3 | line 2, column 'time': '' is not a number",
                "time,position,velocity,torque\\n0,1,2,3\\n0,1,2,3 | line 3, column 'time': time 0 is not after that of the row before; sort the rows and remove repeated ones, or cut the file there if another recording begins",
                "time,position,velocity,torque\\n1e400000,1,2,3 | line 2, column 'time': time 1e400000 s is beyond 146 years",
                "time,position,velocity,torque\\n1e99,1,2,3 | line 2, column 'time': time 1e99 s is beyond 146 years",
                "time,position,velocity,torque\\n0,1,2 | line 2 has 3 fields, the header 4; the line was cut short or has a stray delimiter",
                "time,position,velocity,torque\\n0,1,2,\\\"3 | near line 2: ",
                "time,position,velocity,torque | it has a header, but no row; log it again"
            })
    void brokenRowsAreNamed(String text, String problem) throws IOException {
        Path file = file(text.replace("\\n", "\n").replace("\\\"", "\""));
        assertThatThrownBy(() -> episodes(file, Mappings.PENDULUM))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageStartingWith("Cannot read '%s': ".formatted(file))
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "time,position,velocty,torque | it has no column 'velocity': it has [time, position, velocty, torque], did you mean 'velocty'?; mend 'ingest.csv' in the configuration, or the file's first line, which is to name its columns",
                "Time,position,velocity,torque | it has no column 'time': it has [Time, position, velocity, torque], did you mean 'Time'?",
                "a,b | it has no column 'time': it has [a, b]; mend",
                "time;position;velocity | mend 'ingest.csv.delimiter' in the configuration, or the file's first line, which is to name its columns",
                "time,time,velocity,torque | column 'time' stands twice in its header [time, time, velocity, torque]; rename one",
                "'' | it has no column 'time'"
            })
    void brokenHeadersAreFoundBeforeAnyWork(String header, String problem) throws IOException {
        Path file = file(header + "\n0,1,2,3\n");
        assertThatThrownBy(() -> io.cradle.ingest.csv.CsvSource.of(
                        RecordingFiles.find(file, ".csv"), Mappings.PENDULUM, "", SplitsConfig.NONE))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageStartingWith("Cannot read '%s': ".formatted(file))
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n  \n",
                "\u00ef\u00bb\u00bf",
                "\u00ff\u00fet\0i\0m\0e\0",
                "\u00e8\u0087ze\u00e2\n",
                "time,\"position,velocity\n0,1\n",
                "time,time,position,velocity,torque\n0,0,1,2,3\n",
                "time,position,velocty,torque\n0,1,2,3\n"
            })
    void aFileThatCannotBeReadKeepsNoneOfTheOthersOut(String bytes) throws IOException {
        Files.writeString(scratch.resolve("bad.csv"), bytes, StandardCharsets.ISO_8859_1);
        file(rows(3));
        var source = io.cradle.ingest.csv.CsvSource.of(
                RecordingFiles.find(scratch, ".csv"), Mappings.PENDULUM, "", SplitsConfig.NONE);
        assertThatThrownBy(() -> source.read(source.recordings().get(0)).toList())
                .isInstanceOf(CorruptDataException.class);
        assertThat(source.read(source.recordings().get(1)).toList()).hasSize(1);
    }

    @Test
    void whereNoFileFitsTheFirstOneSaysWhy() throws IOException {
        Path bad = Files.writeString(scratch.resolve("bad.csv"), "");
        file("a,b\n0,1\n");
        assertThatThrownBy(() -> io.cradle.ingest.csv.CsvSource.of(
                        RecordingFiles.find(scratch, ".csv"), Mappings.PENDULUM, "", SplitsConfig.NONE))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageStartingWith("Cannot read '%s': it is empty".formatted(bad));
    }

    @Test
    void aColumnThatStandsTwiceDoesNoHarmIfItIsNotMapped() throws IOException {
        Episode episode = only("time,z,position,velocity,torque,z,\n0,8,1,2,3,9,\n");
        assertThat(episode.require(Layout.PROPRIO).floats(0)).containsExactly(1, 2);
        assertThat(episode.require(Layout.ACTION).floats(0)).containsExactly(3);
    }

    @Test
    void aHugeHeaderMakesNoHugeMessage() throws IOException {
        Path file = file("abcdefghi,".repeat(10_000) + "\n");
        assertThatThrownBy(() -> episodes(file, Mappings.PENDULUM))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("it has no column 'time'")
                .satisfies(told -> assertThat(told.getMessage()).hasSizeLessThan(2000));
    }

    @Test
    void whatATerminalWouldActOnIsSpeltOut() {
        assertThat(Shown.text("a\u0000b\u001b[2J")).isEqualTo("a\\u0000b\\u001b[2J");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n", "\ufeff", "\ufeff\n"})
    void anEmptyFileSaysSo(String text) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> episodes(file, Mappings.PENDULUM))
                .hasMessageContaining("it is empty; log it again, with a first line that names the columns");
    }

    @ParameterizedTest
    @CsvSource({"\\n, 1", "\\n, 52", "\\r\\n, 52", "\\r, 52", "\\n, 40000"})
    void aByteThatIsNotUtf8IsNamedWithItsLineAndARemedy(String end, int line) throws IOException {
        String lines = IntStream.range(0, line - 1)
                .mapToObj(i -> i == 0 ? "t,torque,é" : i + ",1,é")
                .map(row -> row + end.replace("\\n", "\n").replace("\\r", "\r"))
                .collect(Collectors.joining());
        Path file = file(lines);
        Files.write(file, "torqué\n".getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.APPEND);
        assertThatThrownBy(() ->
                        episodes(file, Mappings.one(Mappings.PENDULUM.columns().get(0), ClockUnit.S)))
                .isInstanceOf(CorruptDataException.class)
                .hasMessage(
                        "Cannot read '%s': line %d has the byte 0xe9, which is not UTF-8; write the file as UTF-8, for example with 'iconv -f LATIN1 -t UTF-8'",
                        file, line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsToldByItsByteOrderMark(String charset) throws IOException {
        Path file = Files.writeString(scratch.resolve("log.csv"), "\ufeff" + rows(3), Charset.forName(charset));
        assertThatThrownBy(() -> episodes(file, Mappings.PENDULUM))
                .hasMessageContaining("line 1 has the byte 0xf")
                .hasMessageEndingWith("for example with 'iconv -f UTF-16 -t UTF-8'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"89504e470d0a1a0a0000000d", "ffd8ffe000104a46", "504b030400ff"})
    void aFileOfAnotherKindIsNotCalledTextOfAnotherEncoding(String begin) throws IOException {
        Path file = Files.write(scratch.resolve("log.csv"), HexFormat.of().parseHex(begin));
        assertThatThrownBy(() -> episodes(file, Mappings.PENDULUM))
                .hasMessageContaining("line 1 has the byte 0x")
                .hasMessageEndingWith("it is no text: give it the ending of what it is, or remove it");
    }

    @Test
    void aLetterThatIsCutOffAtTheEndIsNotUtf8() throws IOException {
        Path file = Files.write(scratch.resolve("log.csv"), new byte[] {'a', '\n', (byte) 0xe2, (byte) 0x82});
        assertThatThrownBy(() -> episodes(file, Mappings.PENDULUM))
                .hasMessageContaining("line 2 has the byte 0xe2, which is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e39"})
    void aNumberThatWouldBeStoredAsAnInfinityIsRefused(String number) throws IOException {
        assertThatThrownBy(() -> only("time,position,velocity,torque\n0,1,%s,3\n".formatted(number)))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("line 2, column 'velocity': '%s' is beyond 3.4028235E38 in SI", number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\u0000", "\u00001", "\u0000"})
    void aControlCharacterIsNoSpaceAroundANumber(String number) throws IOException {
        assertThatThrownBy(() -> only("time,position,velocity,torque\n0,1,%s,3\n".formatted(number)))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("line 2, column 'velocity': '")
                .hasMessageContaining("\\u0000")
                .hasMessageContaining("' is not a number");
    }

    @Test
    void anUnclosedQuoteTakesNoMoreThanAMegabyte() throws IOException {
        Path file = file("time,position,velocity,torque\n0,1,2,\"" + "3,".repeat(1 << 20));
        assertThatThrownBy(() -> episodes(file, Mappings.PENDULUM))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("a record is longer than 1048576 letters");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 10", "10, 1, 10", "4, 3, 2", "9, 2, 1", "100, 1, 10"})
    void piecesOfOneFileShareItsRecordingAndSplit(int episodeSteps, int pieces, int lastSteps) throws IOException {
        List<Episode> episodes = episodes(rows(10), Mappings.cut(episodeSteps));
        assertThat(episodes).hasSize(pieces);
        assertThat(episodes.get(pieces - 1).steps()).isEqualTo(lastSteps);
        assertThat(episodes.stream().map(Episode::id)).doesNotHaveDuplicates();
        assertThat(episodes.stream()
                        .map(episode -> episode.provenance().recording())
                        .distinct())
                .hasSize(1);
        assertThat(episodes).allSatisfy(episode -> {
            assertThat(episode.provenance().split())
                    .isEqualTo(Split.of(episode.provenance().recording()));
            assertThat(episode.provenance().splitBy()).isEqualTo(SplitBy.HASH);
        });
        assertThat(episodes.stream().flatMap(episode -> IntStream.range(0, episode.steps())
                        .mapToObj(t -> episode.require(Layout.TIME).integer(t, 0))))
                .isSorted()
                .hasSize(10);
    }

    @Test
    void theDirectoryMayDeclareTheSplit() throws IOException {
        Path file = Files.createDirectories(scratch.resolve("val")).resolve("log.csv");
        Files.writeString(file, rows(3));
        assertThat(episodes(file, Mappings.PENDULUM)).singleElement().satisfies(episode -> {
            assertThat(episode.provenance().split()).isEqualTo(Split.VAL);
            assertThat(episode.provenance().splitBy()).isEqualTo(SplitBy.SOURCE);
        });
    }

    @Test
    void theGeneratorSaysWhatWasDoneToTheRows() throws IOException {
        assertThat(only(rows(3)).provenance().generator()).isEqualTo("cradle-csv 1, rows and stamps as logged");
        Episode even = episodes(rows(3), Mappings.resampled(4, 0.5)).get(0);
        assertThat(even.provenance().generator())
                .isEqualTo("cradle-csv 1, resampled at 4.0 Hz (torque hold, position linear, velocity linear),"
                        + " gaps over 0.5 s marked as not measured");
    }

    @Test
    void aWrongTimeUnitDoesNotFillTheMemory() throws IOException {
        assertThatThrownBy(() ->
                        episodes("time,position,velocity,torque\n0,1,2,3\n3e9,1,2,3\n", Mappings.resampled(100, 0)))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining(
                        "at 100.0 Hz it takes 300000000001 steps, more than 5000000; mend 'ingest.csv.time.unit'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0, \"1.0\",2,3 | line 2, column 'position': '\"1.0\"' is not a number; remove the quotes, or the spaces between them and the separators",
                "0,\"1.0\" ,2,3 | mend that line, a quote must be closed and touch the separators"
            })
    void quotesMustTouchTheSeparators(String row, String problem) throws IOException {
        assertThatThrownBy(() -> only("time,position,velocity,torque\n" + row + "\n"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("line 2")
                .hasMessageEndingWith(problem);
    }

    private static String rows(int count) {
        StringBuilder text = new StringBuilder("time,position,velocity,torque\n");
        IntStream.range(0, count)
                .forEach(i -> text.append(i / 4.0).append(",1,2,").append(i).append('\n'));
        return text.toString();
    }

    private Episode only(String text) throws IOException {
        List<Episode> episodes = episodes(text, Mappings.PENDULUM);
        assertThat(episodes).hasSize(1);
        return episodes.get(0);
    }

    private List<Episode> episodes(String text, CsvMapping mapping) throws IOException {
        return episodes(file(text), mapping);
    }

    private static List<Episode> episodes(Path file, CsvMapping mapping) {
        var source =
                io.cradle.ingest.csv.CsvSource.of(RecordingFiles.find(file, ".csv"), mapping, "", SplitsConfig.NONE);
        return source.read(source.recordings().get(0)).toList();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(scratch.resolve("log.csv"), text, StandardCharsets.UTF_8);
    }
}
