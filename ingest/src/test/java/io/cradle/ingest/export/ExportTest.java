package io.cradle.ingest.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.EpisodeSources;
import io.cradle.ingest.IngestConfig;
import io.cradle.ingest.parquet.ParquetCursor;
import io.cradle.ingest.parquet.ParquetRows;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private static void write(EpisodeWriter writer, List<Episode> episodes) {
        try (writer) {
            episodes.forEach(writer::add);
            writer.finish();
        }
    }

    private static EpisodeSource source(Path folder) {
        return EpisodeSources.exported(folder, IngestConfig.NONE).orElseThrow();
    }

    private static List<Episode> read(Path folder, Findings findings) {
        EpisodeSource source = source(folder);
        return source.recordings().stream()
                .flatMap(recording -> source.read(recording, findings))
                .sorted(Comparator.comparing(Episode::id))
                .toList();
    }

    private static List<Episode> sorted(List<Episode> episodes) {
        return episodes.stream().sorted(Comparator.comparing(Episode::id)).toList();
    }

    @Property(tries = 40)
    void whatIsWrittenIsReadBackBitByBit(
            @ForAll ExportFormat format, @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int count)
            throws IOException {
        Random random = new Random(seed);
        Layout layout = Strays.layout(random);
        List<Episode> episodes = Strays.episodes(layout, count, random);
        Path folder = Files.createTempDirectory("cradle-export");
        try {
            write(format.writer(folder, layout), episodes);
            assertThat(source(folder).layout()).isEqualTo(layout);
            assertThat(read(folder, Findings.STRICT)).isEqualTo(sorted(episodes));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> assertThat(file.delete())
                        .isTrue());
            }
        }
    }

    private Path lerobot(int count, long fileBytes) {
        Random random = new Random(8);
        Layout layout = Strays.layout(random);
        write(new LeRobotWriter(directory, layout, fileBytes), Strays.episodes(layout, count, random));
        return directory;
    }

    @Test
    void filesOfDataAreBoundedAndFoundAgain() throws IOException {
        Path folder = lerobot(6, 1);
        try (Stream<Path> files = Files.list(folder.resolve("data/chunk-000"))) {
            assertThat(files).hasSize(6);
        }
        assertThat(read(folder, Findings.STRICT)).hasSize(6);
    }

    @Test
    void metadataCountAndHaveNoNan() throws IOException {
        Path folder = lerobot(6, 1 << 20);
        JsonNode info = JSON.readTree(folder.resolve("meta/info.json").toFile());
        List<Episode> read = read(folder, Findings.STRICT);
        int frames = read.stream().mapToInt(Episode::steps).sum();
        assertThat(info.path("total_episodes").asInt()).isEqualTo(6);
        assertThat(info.path("total_frames").asInt()).isEqualTo(frames);
        assertThat(info.path("total_tasks").asInt()).isEqualTo(2);
        JsonNode statistics = JSON.readTree(folder.resolve("meta/stats.json").toFile());
        assertThat(statistics.toString()).doesNotContain("NaN", "Infinity");
        assertThat(statistics.path("index").path("max").path(0).asInt()).isEqualTo(frames - 1);
        assertThat(statistics.path("observation.state").path("count").path(0).asInt())
                .isEqualTo(frames);
    }

    @Test
    void aTaskIsWrittenAsOne() {
        Random random = new Random(8);
        Layout layout = Strays.layout(random);
        Episode stray = Strays.episodes(layout, 1, random).get(0);
        Provenance from = stray.provenance();
        Provenance told = new Provenance(
                from.source(),
                from.world(),
                from.worldDigest(),
                new Task("lift it").policy(),
                from.seed(),
                from.generator(),
                from.recording(),
                from.split(),
                from.splitBy());
        write(new LeRobotWriter(directory, layout, 1 << 20), List.of(new Episode(stray.id(), stray.tensors(), told)));
        try (ParquetRows rows = ParquetRows.open(directory.resolve("meta/tasks.parquet"))) {
            ParquetCursor tasks = rows.read(List.of("__index_level_0__"));
            assertThat(tasks.next()).isTrue();
            assertThat(tasks.text(0)).isEqualTo("lift it");
        }
    }

    @Test
    void whatNeverChangesHasNoDeviation() {
        FeatureStatistics statistics = new FeatureStatistics(1);
        for (int i = 0; i < 1000; i++) {
            statistics.row();
            statistics.add(0, 0.1);
        }
        JsonNode node = statistics.json();
        assertThat(node.path("std").path(0).asDouble()).isZero();
        assertThat(node.path("mean").path(0).asDouble()).isEqualTo(0.1);
        assertThat(node.path("count").path(0).asInt()).isEqualTo(1000);
    }

    private static void edit(Path file, String key, String value) throws IOException {
        ObjectNode node = (ObjectNode) JSON.readTree(file.toFile());
        node.set(key, JSON.readTree(value));
        Files.writeString(file, node.toString());
    }

    @Test
    void splitsThatInfoDeclaresWin() throws IOException {
        Path folder = lerobot(6, 1 << 20);
        edit(folder.resolve("meta/info.json"), "splits", "{\"train\": \"0:1\", \"test\": \"1:6\"}");
        List<Episode> read = read(folder, Findings.STRICT);
        assertThat(read.stream().filter(episode -> episode.provenance().split() == Split.TEST))
                .hasSize(5);
        assertThat(read.stream().filter(episode -> episode.provenance().splitBy() == SplitBy.SOURCE))
                .isNotEmpty();
    }

    @Test
    void anyDatasetsSplitsAreHonouredWhereMoreThanOneIsDeclared() throws IOException {
        Path folder = lerobot(6, 1 << 20);
        Path info = folder.resolve("meta/info.json");
        edit(info, "splits", "{\"train\": \"0:3\", \"val\": \"3:4\", \"test\": \"4:6\"}");
        assertThat(declared(folder))
                .containsExactly(
                        Optional.of(Split.TRAIN),
                        Optional.of(Split.TRAIN),
                        Optional.of(Split.TRAIN),
                        Optional.of(Split.VAL),
                        Optional.of(Split.TEST),
                        Optional.of(Split.TEST));
        edit(info, "splits", "{\"train\": \"0:6\"}");
        assertThat(declared(folder)).hasSize(6).containsOnly(Optional.empty());
    }

    private static List<Optional<Split>> declared(Path folder) {
        var format = EpisodeSources.format(folder, IngestConfig.NONE).orElseThrow();
        try (Stream<Take> takes = format.takes(format.recordings().get(0), Findings.STRICT)) {
            return takes.map(Take::declared).toList();
        }
    }

    @Test
    void numbersThatWereChangedAreSomebodyElsesRecording() throws IOException {
        Path folder = lerobot(2, 1 << 20);
        Path file = folder.resolve("meta/info.json");
        List<Episode> before = read(folder, Findings.STRICT);
        ObjectNode info = (ObjectNode) JSON.readTree(file.toFile());
        ObjectNode action = (ObjectNode) info.path("features").path("action").path("cradle");
        action.put("high", 5);
        Files.writeString(file, info.toString());
        List<Finding> findings = new ArrayList<>();
        List<Episode> after = read(folder, findings::add);
        assertThat(findings).extracting(Finding::reason).containsExactly("content changed", "content changed");
        assertThat(findings).allSatisfy(finding -> assertThat(finding.detail())
                .endsWith("export it again if nobody meant to change it"));
        assertThat(after)
                .extracting(Episode::id)
                .doesNotContainAnyElementsOf(before.stream().map(Episode::id).toList());
        assertThat(after.get(0).provenance().source()).isEqualTo("cradle-lerobot");
    }

    @Test
    void aConfigurationThatAsksForOtherNumbersReadsItAsAnybodys() {
        Path folder = lerobot(2, 1 << 20);
        IngestConfig none = IngestConfig.NONE;
        IngestConfig slower = new IngestConfig(
                "", "", 2, 0, 0, 0, none.commitRecordings(), none.streams(), none.frames(), none.splits(), none.csv());
        assertThat(EpisodeSources.exported(folder, slower)).isEmpty();
        assertThat(EpisodeSources.exported(folder, none)).isPresent();
        assertThat(EpisodeSources.exported(directory.resolve("nowhere"), none)).isEmpty();
    }

    @Test
    void aTensorThatLeRobotCannotHoldIsNamed() {
        TensorSpec stamps = new TensorSpec(Layout.TIME, Encoding.I64, List.of(), List.of(), Scaling.NONE, 0, 1e18, 0);
        assertThatThrownBy(() -> ExportFormat.LEROBOT.writer(directory, new Layout(List.of(stamps))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot export tensor 'time' as lerobot: it has uneven steps");
        TensorSpec film =
                new TensorSpec("film", Encoding.U8, List.of(300, 300, 3), List.of(), Scaling.NONE, 0, 255, 10);
        assertThatThrownBy(() -> ExportFormat.LEROBOT.writer(directory, new Layout(List.of(film))))
                .hasMessageContaining("tensor 'film' as lerobot: it has 270000 numbers a step");
        TensorSpec other = TensorSpec.frame(Layout.FRAME, 2, 2, 20);
        assertThatThrownBy(() -> ExportFormat.LEROBOT.writer(
                        directory, new Layout(List.of(TensorSpec.frame("eye", 2, 2, 10), other))))
                .hasMessageContaining("Cannot export tensor 'lcd' as lerobot: it has 20.0 steps a second");
    }

    @Test
    void unevenStepsAreHeldByArchivesOfNumPy() {
        TensorSpec stamps = new TensorSpec(Layout.TIME, Encoding.I64, List.of(), List.of(), Scaling.NONE, 0, 1e18, 0);
        Layout layout = new Layout(List.of(stamps));
        Episode episode = Strays.episodes(layout, 1, new Random(1)).get(0);
        write(ExportFormat.NPZ.writer(directory, layout), List.of(episode));
        assertThat(read(directory, Findings.STRICT)).containsExactly(episode);
    }

    @Test
    void episodesOutOfOrderAreRefused() {
        Random random = new Random(3);
        Layout layout = Strays.layout(random);
        List<Episode> episodes = new ArrayList<>(Strays.episodes(layout, 8, random));
        try (EpisodeWriter writer = ExportFormat.LEROBOT.writer(directory, layout)) {
            writer.add(episodes.get(7));
            assertThatThrownBy(() -> writer.add(episodes.get(0))).hasMessageContaining("Invalid order of episodes");
        }
    }

    @Test
    void nonsenseInPlaceOfATensorIsCorrupt() throws IOException {
        Path folder = lerobot(1, 1 << 20);
        Path file = folder.resolve("meta/info.json");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\"F32\"", "\"F99\""));
        assertThatThrownBy(() -> source(folder))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("is no tensor");
        Files.writeString(file, text.replace("\"F32\"", "\"U8\""));
        List<Finding> findings = new ArrayList<>();
        assertThat(read(folder, findings::add)).isEmpty();
        assertThat(findings).extracting(Finding::reason).containsOnly("metadata contradict");
    }

    @Test
    void archivesOfAnotherLayoutAreRefusedOneByOne() throws IOException {
        Random random = new Random(4);
        Layout one = Strays.layout(random);
        Layout two = new Layout(one.tensors().subList(0, 2));
        write(
                ExportFormat.NPZ.writer(Files.createDirectory(directory.resolve("a")), one),
                Strays.episodes(one, 2, random));
        write(
                ExportFormat.NPZ.writer(Files.createDirectory(directory.resolve("b")), two),
                Strays.episodes(two, 1, random));
        List<Finding> findings = new ArrayList<>();
        assertThat(read(directory, findings::add)).hasSize(2);
        assertThat(findings).extracting(Finding::reason).containsExactly("another layout");
    }
}
