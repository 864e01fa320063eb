package io.cradle.ingest.lerobot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cradle.dataset.episode.Episode;
import io.cradle.ingest.assembly.SplitsConfig;
import io.cradle.ingest.assembly.StreamsConfig;
import io.cradle.ingest.assembly.Survey;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.assembly.TakeSource;
import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Ink;
import io.cradle.ingest.frame.Threshold;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Finding.Kind;
import io.cradle.ingest.source.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two episodes with two cameras, of which something is wrong with one. */
class LeRobotFilmsTest {
    private static final double FPS = 10;

    @TempDir
    Path root;

    private final List<Finding> findings = new ArrayList<>();
    private SmallDataset dataset;

    @BeforeEach
    void twoCameras() throws IOException {
        dataset = SmallDataset.of(root, 2).filmed("front", "wrist");
        for (int episode = 0; episode < 2; episode++) {
            dataset.film("front", episode, FPS, SmallDataset.ROWS).film("wrist", episode, FPS, SmallDataset.ROWS);
        }
    }

    private List<Episode> episodes(String camera, FrameKind kind) {
        FramesConfig frames = new FramesConfig(camera, kind, 4, 8, Crop.WHOLE, Threshold.OTSU, 128, Ink.BRIGHT, false);
        TakeConfig config = new TakeConfig("", 0, 0, 0, 0, StreamsConfig.TOLD, frames, SplitsConfig.NONE);
        LeRobotFormat format = LeRobotFormat.of(root, List.of(), List.of());
        Survey survey = Survey.EMPTY;
        for (Recording recording : format.recordings()) {
            survey = survey.with(TakeSource.survey(format, config, recording, unheard -> {}));
        }
        TakeSource source = TakeSource.of(format, config, survey);
        return format.recordings().stream()
                .flatMap(recording -> source.read(recording, this::hear))
                .toList();
    }

    /** All but that the first picture is black, which number 0 is. */
    private void hear(Finding finding) {
        if (!finding.reason().equals("black")) {
            findings.add(finding);
        }
    }

    private List<Episode> episodes() {
        return episodes("front", FrameKind.GRAY);
    }

    private Finding only() {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void whereFilmsAndMetadataAgreeNothingIsTold() {
        assertThat(episodes()).hasSize(2).allSatisfy(episode -> assertThat(episode.steps())
                .isEqualTo(SmallDataset.ROWS));
        assertThat(findings).isEmpty();
    }

    @Test
    void aFilmOfAnotherLengthThanItsEpisodeIsTold() throws IOException {
        dataset.film("wrist", 1, FPS, 2);
        assertThat(episodes()).hasSize(2);
        assertThat(only().kind()).isEqualTo(Kind.NOTICED);
        assertThat(only().reason()).isEqualTo("metadata contradict");
        assertThat(only().file()).endsWith("videos/wrist/episode_000001.mp4");
        assertThat(only().place()).isEqualTo("episode_000001");
        assertThat(only().detail())
                .contains("film 'wrist' has 2 pictures, the episode 3 rows")
                .contains("copy the film again");
    }

    @Test
    void aBrokenCameraThatNobodyAskedForKeepsNothingOut() throws IOException {
        Files.writeString(dataset.video("wrist", 1), "no film");
        assertThat(episodes()).hasSize(2);
        assertThat(only().kind()).isEqualTo(Kind.NOTICED);
        assertThat(only().reason()).isEqualTo("video broken");
        assertThat(only().file()).endsWith("videos/wrist/episode_000001.mp4");
        assertThat(only().detail()).contains("ffmpeg cannot open it").contains("ingest.frames.kind=NONE");
    }

    @Test
    void withoutFramesABrokenCameraKeepsNoNumbersOut() throws IOException {
        Files.writeString(dataset.video("front", 0), "no film");
        assertThat(episodes("", FrameKind.NONE)).hasSize(2);
        assertThat(findings).extracting(Finding::reason).containsExactly("video broken");
    }

    @Test
    void whoseCameraIsBrokenIsLeftOutAndTheOtherEpisodeTaken() throws IOException {
        Files.writeString(dataset.video("front", 0), "no film");
        assertThat(episodes()).hasSize(1);
        assertThat(findings)
                .extracting(Finding::kind, Finding::reason)
                .containsExactly(tuple(Kind.NOTICED, "video broken"), tuple(Kind.REFUSED, "cannot be decoded"));
    }

    @Test
    void aFilmThatIsNotThereIsToldWhereItShouldBe() throws IOException {
        Files.delete(dataset.video("wrist", 0));
        assertThat(episodes()).hasSize(2);
        assertThat(only().reason()).isEqualTo("video missing");
        assertThat(only().file()).endsWith("videos/wrist/episode_000000.mp4");
        assertThat(only().detail()).contains("copy it there");
    }

    @Test
    void anotherSizeOfPicturesIsTold() {
        dataset.saying(
                "features",
                SmallDataset.features(
                        SmallDataset.number("action", "float32"),
                        SmallDataset.number("observation.state", "float32"),
                        "\"front\": {\"dtype\": \"video\", \"shape\": [64, 160, 3]}"));
        assertThat(episodes()).hasSize(2);
        assertThat(findings).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.reason()).isEqualTo("metadata contradict");
            assertThat(finding.detail())
                    .contains("'front' are [32, 160] (height, width), info.json says [64, 160, 3]")
                    .contains("mend the shape there");
        });
    }

    @Test
    void anotherRateIsToldAndNotTheLengthOnceMore() throws IOException {
        dataset.film("wrist", 1, 20, 2 * SmallDataset.ROWS);
        assertThat(episodes()).hasSize(2);
        assertThat(only().reason()).isEqualTo("metadata contradict");
        assertThat(only().detail())
                .contains("20.000 pictures a second, info.json says fps 10.0")
                .contains("mend fps");
    }

    @Test
    void anEpisodeOfOtherRowsThanItsMetadataSayIsLeftOut() {
        dataset.write("meta/episodes.jsonl", """
                        {"episode_index": 0, "length": 3}
                        {"episode_index": 1, "length": 4}
                        """);
        assertThat(episodes()).hasSize(1);
        assertThat(only().kind()).isEqualTo(Kind.REFUSED);
        assertThat(only().place()).isEqualTo("episode_000001");
        assertThat(only().detail()).contains("it has 3 rows, meta/episodes says 4");
    }

    @Test
    void aPathThatLeadsOutOfTheDatasetIsNotFollowed() {
        dataset.saying("video_path", "\"videos/../../{video_key}.mp4\"");
        LeRobotFormat format = LeRobotFormat.of(root, List.of(), List.of());
        assertThat(format.recordings().stream().flatMap(recording -> format.takes(recording, findings::add)))
                .isEmpty();
        assertThat(findings).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.REFUSED);
            assertThat(finding.detail()).contains("front.mp4', outside of the dataset; mend it");
        });
    }
}
