package io.cradle.ingest.lerobot;

import static io.cradle.ingest.lerobot.SmallDataset.features;
import static io.cradle.ingest.lerobot.SmallDataset.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Finding.Kind;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Task;
import io.cradle.ingest.take.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeRobotFormatTest {
    private static final String STATE = number("observation.state", "float32");

    @TempDir
    Path root;

    private final List<Finding> findings = new ArrayList<>();

    private LeRobotFormat format() {
        return LeRobotFormat.of(root, List.of(), List.of());
    }

    private List<Take> takes() {
        LeRobotFormat format = format();
        return format.recordings().stream()
                .flatMap(recording -> format.takes(recording, findings::add))
                .toList();
    }

    private List<String> reasons() {
        return findings.stream().map(Finding::reason).toList();
    }

    @Test
    void aWholeDatasetHasNothingToTell() {
        SmallDataset.of(root, 2);
        assertThat(takes()).hasSize(2);
        assertThat(findings).isEmpty();
    }

    @Test
    void anEpisodeIsOfTheTasksThatItsMetadataName() {
        SmallDataset.of(root, 3).write("meta/episodes.jsonl", """
                        {"episode_index": 0, "length": 3, "tasks": ["lift it", "put it down"]}
                        {"episode_index": 1, "length": 3, "tasks": "lift it"}
                        {"episode_index": 2, "length": 3}
                        """);
        assertThat(takes())
                .extracting(Take::task)
                .containsExactly(Optional.of(new Task("lift it; put it down")), Optional.empty(), Optional.empty());
    }

    @Test
    void picturesInTheRowsAreAFilm() throws IOException {
        SmallDataset.of(root, 3).pictured(3, row -> true);
        List<Take> takes = takes();
        assertThat(takes).hasSize(3);
        for (int episode = 0; episode < 3; episode++) {
            Film film = takes.get(episode).films().get(0);
            assertThat(film.name()).isEqualTo("camera");
            List<Picture> pictures = pictures(film);
            assertThat(pictures).extracting(Picture::time).containsExactly(0L, 100_000_000L, 200_000_000L);
            for (int t = 0; t < SmallDataset.ROWS; t++) {
                Picture picture = pictures.get(t);
                assertThat(List.of(picture.height(), picture.width())).containsExactly(2, 3);
                assertThat(picture.value(1, 2, 0)).isEqualTo(SmallDataset.brightness(SmallDataset.ROWS * episode + t));
            }
        }
    }

    @Test
    void picturesThatNoColumnHoldsAreTold() {
        SmallDataset.of(root, 1)
                .saying(
                        "features",
                        features(
                                number("action", "float32"),
                                STATE,
                                "\"camera\": {\"dtype\": \"image\", \"shape\": [2, 3, 3]}"));
        assertThat(takes().get(0).films()).isEmpty();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo("video missing");
            assertThat(finding.text()).contains("no pictures 'camera'");
        });
    }

    @Test
    void aPictureThatIsNotThereIsNamed() throws IOException {
        SmallDataset.of(root, 2).pictured(2, row -> row != 4);
        assertThat(pictures(takes().get(0).films().get(0))).hasSize(3);
        Film broken = takes().get(1).films().get(0);
        assertThatThrownBy(() -> pictures(broken))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("all.parquet")
                .hasMessageContaining("row 4, picture 'camera': it has none");
    }

    private static List<Picture> pictures(Film film) {
        List<Picture> all = new ArrayList<>();
        try (FilmReader reader = film.open(Film.Colours.GRAY)) {
            for (Optional<Picture> next = reader.next(); next.isPresent(); next = reader.next()) {
                all.add(next.get().kept());
            }
        }
        return all;
    }

    @Test
    void aBrokenLineKeepsNoOtherEpisodeOut() {
        SmallDataset.of(root, 3).write("meta/episodes.jsonl", """
                        {"episode_index": 0, "length": 3}
                        {"episode_index": 1, "len
                        {"episode_index": 2, "length": 3}
                        """);
        assertThat(takes()).extracting(Take::index).containsExactly(0L, 2L);
        assertThat(findings)
                .extracting(Finding::reason, Finding::place)
                .contains(tuple("cannot be read", ""), tuple("metadata contradict", "episode_000001"));
        assertThat(findings.get(0).text()).contains("episodes.jsonl").contains("line 2 is not JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "lerobot-v21-g1, Pick up the yellow bottle on the table.",
        "lerobot-v3-so101, Pick the orange cube and place it in the box"
    })
    void realRobotsWereToldWhatToDo(String dataset, String task) {
        Path real = Path.of("../../shared/data", dataset);
        Assumptions.assumeTrue(Files.isDirectory(real), () -> "Skipped: there is no real data at " + real);
        LeRobotFormat format = LeRobotFormat.of(real, List.of(), List.of());
        assertThat(format.recordings().stream().flatMap(recording -> format.takes(recording, findings::add)))
                .isNotEmpty()
                .allSatisfy(take -> assertThat(take.task()).contains(new Task(task)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"string", "foo", "", "image"})
    void anActionWhoseDtypeIsNotReadEndsTheJob(String dtype) {
        SmallDataset.of(root, 1).saying("features", features(STATE, number("action", dtype)));
        assertThatThrownBy(this::format)
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("info.json")
                .hasMessageContaining("feature 'action' has dtype '%s'".formatted(dtype))
                .hasMessageContaining("float32, float64");
    }

    @Test
    void aStreamThatIsNamedMustBeReadAndOneThatIsReplacedNeedNot() {
        String broken = number("action", "string");
        SmallDataset.of(root, 1).saying("features", features(STATE, broken));
        assertThat(LeRobotFormat.of(root, List.of(), List.of("effort")).asked()).contains("effort");
        assertThatThrownBy(() -> LeRobotFormat.of(root, List.of("action"), List.of("effort")))
                .hasMessageContaining("feature 'action' has dtype 'string'");
    }

    @Test
    void aColumnThatIsNoFeatureIsToldOnce() {
        SmallDataset.of(root, 2).saying("features", features(STATE));
        assertThat(takes())
                .allSatisfy(take ->
                        assertThat(take.tracks()).extracting(Track::name).containsExactly("observation.state"));
        assertThat(reasons()).containsExactly("metadata contradict");
        assertThat(findings.get(0).detail())
                .contains("'action' is a column of the data")
                .contains("declare");
    }

    @Test
    void anActionThatIsNowhereIsTold() {
        SmallDataset.of(root, 2).saying("features", features(STATE));
        LeRobotFormat format = LeRobotFormat.of(root, List.of(), List.of("effort"));
        format.takes(format.recordings().get(0), findings::add).close();
        assertThat(reasons()).containsExactly("stream missing");
        assertThat(findings.get(0).detail()).contains("no 'effort'").contains("ingest.streams");
    }

    @Test
    void episodesWithoutDataAreToldAndTheOthersTaken() throws IOException {
        SmallDataset.of(root, 3).without(1);
        assertThat(takes()).extracting(Take::name).containsExactly("episode_000000", "episode_000002");
        assertThat(reasons()).containsExactly("records missing");
        assertThat(findings.get(0).kind()).isEqualTo(Kind.REFUSED);
        assertThat(findings.get(0).detail())
                .contains("1 of the 3 episodes")
                .contains("[1]")
                .contains("copy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"total_episodes", "total_frames"})
    void totalsThatContradictTheDataAreTold(String total) {
        SmallDataset.of(root, 2).saying(total, "99");
        assertThat(takes()).hasSize(2);
        assertThat(reasons()).containsExactly("metadata contradict");
        assertThat(findings.get(0).detail()).contains(total + " is 99, the data have");
    }

    @Test
    void totalsThatAreNotSaidContradictNothing() {
        SmallDataset.of(root, 2).silentOf("total_episodes").silentOf("total_frames");
        assertThat(takes()).hasSize(2);
        assertThat(findings).isEmpty();
    }

    private void refusedBecause(String message) {
        assertThatThrownBy(this::format)
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("info.json")
                .hasMessageContaining(message);
    }

    @Test
    void aMissingRateIsCalledMissing() {
        SmallDataset.of(root, 1).silentOf("fps");
        refusedBecause("fps is missing; write how many");
    }

    @Test
    void aShapeIsToldAsItIsWritten() {
        SmallDataset.of(root, 1)
                .saying(
                        "features",
                        features("\"action\": {\"dtype\": \"float32\", \"shape\": [4294967297, 4294967296]}"));
        refusedBecause("shape [4294967297,4294967296]");
    }

    @Test
    void aDatasetWithoutFeaturesSaysWhatToDeclare() {
        SmallDataset.of(root, 1).silentOf("features");
        refusedBecause("it has no features; copy it again, or declare");
    }

    @Test
    void aMissingListOfEpisodesIsToldInWords() throws IOException {
        SmallDataset.of(root, 1);
        Files.delete(root.resolve("meta/episodes.jsonl"));
        assertThatThrownBy(this::takes).hasMessageContaining("episodes.jsonl': there is no such file; copy");
    }

    @Test
    void aLengthThatIsNoNumberIsCalledSo() {
        SmallDataset.of(root, 1).write("meta/episodes.jsonl", "{\"episode_index\": 0, \"length\": \"two\"}");
        assertThat(takes()).isEmpty();
        assertThat(findings.get(0).detail()).contains("meta/episodes says no number as its length");
    }

    @Test
    void aMissingVideoPathIsToldOfInfo() {
        SmallDataset.of(root, 2)
                .saying("features", features(STATE, number("action", "float32"), number("front", "video")));
        assertThat(takes()).hasSize(2);
        assertThat(findings).allSatisfy(finding -> assertThat(finding.text()).contains("info.json", "no video_path"));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0.3", "0.3, NaN", "0.3, 0.1", "-1, 1", "0, Infinity"})
    void stampsThatAreNoPartOfAFilmAreToldOfTheMetadata(double from, double to) {
        String camera = "\"camera\": {\"dtype\": \"video\", \"shape\": [8, 8, 3]}";
        SmallDataset.of(root, 1)
                .saying("features", features(STATE, number("action", "float32"), camera))
                .ofVersion3(from, to);
        assertThat(takes()).hasSize(1);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.NOTICED);
            assertThat(finding.file()).endsWith("meta/episodes");
            assertThat(finding.detail())
                    .contains("'camera' lies from from_timestamp %s to to_timestamp %s".formatted(from, to));
        });
    }

    @Test
    void aListOfEpisodesIsReadAgainOnlyIfItWasChanged() {
        SmallDataset dataset = SmallDataset.of(root, 2);
        assertThat(takes()).hasSize(2);
        Info info = Info.read(root);
        assertThat(EpisodeList.read(root, info)).isSameAs(EpisodeList.read(root, info));

        dataset.write("meta/episodes.jsonl", "{\"episode_index\": 0, \"length\": %d}".formatted(SmallDataset.ROWS));

        assertThat(takes()).hasSize(1);
    }
}
