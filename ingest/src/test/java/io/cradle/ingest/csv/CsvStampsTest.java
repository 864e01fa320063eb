package io.cradle.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.assembly.SplitsConfig;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.RecordingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvStampsTest {
    @TempDir
    private Path scratch;

    @Test
    void rowsThatComeLateAreTold() throws IOException {
        Finding gap = found(Resampling.KEEP, 0, 0.1, 0.2, 0.5, 0.6, 0.7, 1.4).get(0);
        assertThat(gap.kind()).isEqualTo(Finding.Kind.NOTICED);
        assertThat(gap.reason()).isEqualTo("gap");
        assertThat(gap.text())
                .endsWith(
                        "log.csv: gap; the log has gaps before 2 of its rows, counted from 0: [3, 6]; what lies in them is not there: look whether the logger had stopped, and cut the log there if it had");
    }

    @Test
    void whatIsBridgedIsSaidAndWhatIsNotIsSaid() throws IOException {
        assertThat(found(new Resampling(10, 0), 0, 0.1, 0.2, 0.5).get(0).detail())
                .endsWith("bridged, set ingest.csv.resample.longestGap to mark it as not measured");
        assertThat(found(new Resampling(10, 0.2), 0, 0.1, 0.2, 0.5).get(0).detail())
                .endsWith("marked as not measured where longer than 0.2 s");
    }

    @Test
    void evenRowsAndASingleOneHaveNone() throws IOException {
        assertThat(found(Resampling.KEEP, 0, 0.1, 0.21, 0.3)).isEmpty();
        assertThat(found(Resampling.KEEP, 5)).isEmpty();
    }

    @Test
    void ofVeryManyTheFirstAreNamed() throws IOException {
        // Two rows a tenth apart, then a second of nothing, and so on.
        double[] times =
                IntStream.range(0, 600).mapToDouble(CsvStampsTest::inThrees).toArray();
        assertThat(found(Resampling.KEEP, times).get(0).detail())
                .startsWith("the log has gaps before 199 of its rows, counted from 0: [3, 6, ")
                .contains(", 300, …]; what");
    }

    private static double inThrees(int row) {
        int second = row / 3;
        return second + 0.1 * (row % 3);
    }

    @Test
    void whoseUnitOfTimeOrRateIsAnotherIsTold() throws IOException {
        log("even.csv", 0, 0.1, 0.2);
        log("also.csv", 0, 0.1, 0.2);
        log("milliseconds.csv", 0, 100, 200);
        log("twice.csv", 0, 0.05, 0.1);
        Files.writeString(scratch.resolve("broken.csv"), "t,x\n0,word\n");
        assertThat(noticed(Resampling.KEEP))
                .containsExactly(
                        "milliseconds.csv: another pace; stamps of the log lie 100 s apart, those of the middle one of all about 0.10 s; check the unit of its time",
                        "twice.csv: another rate; stamps of the log lie 0.0500 s apart, those of the middle one of all about 0.10 s;"
                                + " a step is then not as long as elsewhere: set ingest.csv.resample.rate, or give it a table of its own");
        // Where all is put on one rate, another one does no harm.
        assertThat(noticed(new Resampling(10, 0))).hasSize(1).first().asString().startsWith("milliseconds.csv");
    }

    private void log(String name, double... times) throws IOException {
        Files.writeString(scratch.resolve(name), text(times));
    }

    private static String text(double... times) {
        return "t,x\n"
                + IntStream.range(0, times.length)
                        .mapToObj(row -> times[row] + "," + row + "\n")
                        .collect(Collectors.joining());
    }

    /** What is told of all files of the directory that can be read. */
    private List<String> noticed(Resampling resampling) {
        CsvSource source = source(scratch, resampling);
        List<Finding> findings = new ArrayList<>();
        source.recordings().stream()
                .filter(recording -> !recording.file().endsWith("broken.csv"))
                .forEach(recording ->
                        assertThat(source.read(recording, findings::add)).isNotEmpty());
        return findings.stream()
                .map(finding -> finding.text().replace(scratch + "/", ""))
                .toList();
    }

    private static CsvSource source(Path path, Resampling resampling) {
        CsvMapping mapping = new CsvMapping(
                ",",
                new CsvClock("t", ClockUnit.S),
                Map.of("proprio", List.of(new CsvColumn("x", "1", -1000, 1000, Interpolation.LINEAR))),
                resampling,
                0);
        return CsvSource.of(RecordingFiles.find(path, ".csv"), mapping, "", SplitsConfig.NONE);
    }

    private List<Finding> found(Resampling resampling, double... times) throws IOException {
        log("log.csv", times);
        CsvSource source = source(scratch.resolve("log.csv"), resampling);
        List<Finding> findings = new ArrayList<>();
        assertThat(source.read(source.recordings().get(0), findings::add)).isNotEmpty();
        return findings;
    }
}
