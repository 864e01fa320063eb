package io.cradle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.csv.ClockUnit;
import io.cradle.ingest.csv.CsvClock;
import io.cradle.ingest.csv.CsvColumn;
import io.cradle.ingest.csv.CsvMapping;
import io.cradle.ingest.csv.Resampling;
import io.cradle.ingest.source.EpisodeSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodeSourcesTest {
    private static final Path BOUNCE = Path.of("src/test/resources/boxlcd/Bounce");
    private static final IngestConfig ARM = IngestConfig.csv(
            "Arm",
            new CsvMapping(
                    ",",
                    new CsvClock("t", ClockUnit.S),
                    Map.of("proprio", List.of(new CsvColumn("q", "rad", -4, 4, Interpolation.LINEAR))),
                    Resampling.KEEP,
                    0));

    @TempDir
    private Path scratch;

    @Test
    void npzAndCsvAreToldApart() throws IOException {
        Files.writeString(scratch.resolve("arm.csv"), "t,q\n0,1\n");
        Files.writeString(scratch.resolve("LICENSE"), "text");
        Files.writeString(scratch.resolve(".hidden.npz"), "text");
        assertThat(EpisodeSources.detect(scratch, ARM).layout().tensors())
                .extracting("name")
                .containsExactly("proprio", "time", "valid");
        assertThat(EpisodeSources.detect(BOUNCE, ARM).recordings()).hasSize(2);
    }

    @Test
    void sourcesAndRecordingsTravel() throws IOException, ClassNotFoundException {
        Files.writeString(scratch.resolve("arm.csv"), "t,q\n0,1\n");
        for (Path path : List.of(BOUNCE, scratch)) {
            EpisodeSource source = EpisodeSources.detect(path, ARM);
            EpisodeSource arrived = copy(source);
            assertThat(arrived).isEqualTo(source);
            assertThat(read(arrived)).isEqualTo(read(source)).isNotEmpty();
        }
    }

    @Test
    void aPathThatIsMissingIsNamed() {
        assertThatThrownBy(() -> EpisodeSources.detect(Path.of("nowhere"), ARM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot ingest 'nowhere': there is no such file or directory; check the path");
    }

    @Test
    void whatIsUnderstoodIsListedWhereNothingIs() throws IOException {
        Files.writeString(scratch.resolve("a.txt"), "text");
        assertThatThrownBy(() -> EpisodeSources.detect(scratch, ARM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "Cannot ingest '%s': it holds no recording; what is understood: datasets of LeRobot"
                                .formatted(scratch))
                .hasMessageContaining("logs as CSV or Parquet with a mapping");
    }

    @Test
    void mixedDirectoriesAreRefused() throws IOException {
        Files.writeString(scratch.resolve("a.csv"), "t,q\n");
        Files.writeString(scratch.resolve("b.npz"), "");
        assertThatThrownBy(() -> EpisodeSources.detect(scratch, ARM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it holds npz (")
                .hasMessageEndingWith("ingest each on its own");
    }

    @Test
    void csvWithoutAMappingSaysWhichFileGivesOne() throws IOException {
        Files.writeString(scratch.resolve("a.csv"), "t,q\n");
        assertThatThrownBy(() -> EpisodeSources.detect(scratch, IngestConfig.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ingest.csv' maps no column")
                .hasMessageEndingWith("give a mapping such as --conf conf/ingest/pendulum.yaml");
    }

    private static List<Episode> read(EpisodeSource source) {
        return source.recordings().stream().flatMap(source::read).toList();
    }

    private static EpisodeSource copy(EpisodeSource source) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(source);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (EpisodeSource) in.readObject();
        }
    }

    @Test
    void namesAloneTellWhatCannotBeIngested() throws IOException {
        Files.writeString(scratch.resolve("arm.csv"), "t,q\n0,1\n");
        EpisodeSources.requireUnderstood(scratch, ARM);
        assertThatThrownBy(() -> EpisodeSources.requireUnderstood(scratch, IngestConfig.NONE))
                .hasMessageContaining("'ingest.csv' maps no column");
        Files.writeString(scratch.resolve("film.mp4"), "a film");
        assertThatThrownBy(() -> EpisodeSources.requireUnderstood(scratch, ARM))
                .hasMessageContaining("ingest each on its own");
        Path empty = Files.createDirectory(scratch.resolve("empty"));
        assertThatThrownBy(() -> EpisodeSources.requireUnderstood(empty, ARM))
                .hasMessageContaining("it holds no recording");
    }
}
