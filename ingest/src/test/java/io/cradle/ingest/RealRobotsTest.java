package io.cradle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.assembly.SplitsConfig;
import io.cradle.ingest.assembly.StreamsConfig;
import io.cradle.ingest.assembly.Survey;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.assembly.TakeSource;
import io.cradle.ingest.csv.CsvMapping;
import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Ink;
import io.cradle.ingest.frame.Threshold;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.TakeFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real robots as LeRobot has them, from their path to episodes, where they lie beside the repository. */
class RealRobotsTest {
    private static final Path DATA = Path.of("../../shared/data");
    private static final FramesConfig GRAY =
            new FramesConfig("", FrameKind.GRAY, 12, 16, Crop.WHOLE, Threshold.OTSU, 128, Ink.BRIGHT, false);

    private final List<Finding> findings = new ArrayList<>();

    private static Path data(String name) {
        Path path = DATA.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(path), () -> "Skipped: there is no real data at " + path);
        return path;
    }

    private static IngestConfig config(SplitsConfig splits) {
        return new IngestConfig("", "", 0, 0, 0, 60, 1000, StreamsConfig.TOLD, GRAY, splits, CsvMapping.NONE);
    }

    /** The episodes of files whose path ends so, of a layout that follows from all files. */
    private List<Episode> episodes(Path dataset, String ending, SplitsConfig splits) {
        IngestConfig config = config(splits);
        TakeFormat format = EpisodeSources.format(dataset, config).orElseThrow();
        TakeConfig takes = EpisodeSources.takes(dataset, config);
        Survey survey = format.recordings().stream()
                .map(recording -> TakeSource.survey(format, takes, recording, unheard -> {}))
                .reduce(Survey.EMPTY, Survey::with);
        TakeSource source = TakeSource.of(format, takes, survey);
        List<Recording> some = format.recordings().stream()
                .filter(recording -> recording.file().endsWith(ending))
                .toList();
        return some.stream()
                .flatMap(recording -> source.read(recording, findings::add))
                .toList();
    }

    private Map<String, Long> counted() {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.kind() + " " + finding.reason(), TreeMap::new, Collectors.counting()));
    }

    private static double share(Tensor mask) {
        int bits = mask.spec().elements();
        return IntStream.range(0, mask.rows() * bits)
                .mapToDouble(i -> mask.bit(i / bits, i % bits) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @Test
    void theHumanoidHasJointsCommandsAndPicturesAtEachStep() {
        SplitsConfig held = new SplitsConfig(List.of("episode_000029"), List.of("episode_000031"));
        List<Episode> episodes = episodes(data("lerobot-v21-g1"), "episode_000029.parquet", held);
        assertThat(episodes).extracting(Episode::steps).containsExactly(60, 60, 60, 41);
        assertThat(counted()).isEqualTo(Map.of("NOTICED picture repeated", 1L));
        assertThat(findings.get(0).file()).endsWith("observation.images.cam_high/episode_000029.mp4");
        assertThat(episodes).allSatisfy(episode -> {
            assertThat(episode.layout().require(Layout.PROPRIO).elements()).isEqualTo(26);
            assertThat(episode.layout().require(Layout.ACTION).elements()).isEqualTo(26);
            TensorSpec frame = episode.layout().require(Layout.FRAME);
            assertThat(frame.shape()).containsExactly(12, 16);
            assertThat(frame.rate()).isEqualTo(30);
            Tensor valid = episode.require(Layout.VALID);
            assertThat(valid.spec().elements()).isEqualTo(1 + 26 + 26);
            assertThat(share(valid)).isEqualTo(1);
            assertThat(episode.provenance().split()).isEqualTo(Split.VAL);
            assertThat(episode.provenance().policy()).isEqualTo("task: Pick up the yellow bottle on the table.");
        });
    }

    @Test
    void theArmWhoseFilmsAreAbsentHasStateAndActionAndThatIsTold() {
        List<Episode> episodes = episodes(data("lerobot-v3-so101"), ".parquet", SplitsConfig.NONE);
        assertThat(episodes.stream().mapToInt(Episode::steps).sum()).isEqualTo(1492);
        assertThat(episodes).allSatisfy(episode -> {
            assertThat(episode.layout().require(Layout.PROPRIO).elements()).isEqualTo(6);
            assertThat(episode.layout().require(Layout.ACTION).elements()).isEqualTo(6);
            assertThat(episode.find(Layout.FRAME)).isEmpty();
            assertThat(share(episode.require(Layout.VALID))).isEqualTo(1);
        });
        assertThat(counted()).isEqualTo(Map.of("NOTICED video missing", 2L));
        assertThat(findings)
                .extracting(Finding::file)
                .anySatisfy(file -> assertThat(file).contains("observation.images.front"))
                .anySatisfy(file -> assertThat(file).contains("observation.images.top"));
    }
}
