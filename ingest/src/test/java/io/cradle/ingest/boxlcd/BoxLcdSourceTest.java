package io.cradle.ingest.boxlcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.ingest.npz.NpyArrays;
import io.cradle.ingest.npz.NpyType;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxLcdSourceTest {
    private static final Path BOUNCE = Path.of("src/test/resources/boxlcd/Bounce");
    private static final Path FILES = Path.of("src/test/resources/npz");

    @TempDir
    private Path scratch;

    @Test
    void valuesAreThoseThatNumpySaved() {
        Episode last = episodes(BOUNCE.resolve("train")).get(2);
        assertThat(last.require(Layout.ACTION).floats(0)).containsExactly(0.92732555f);
        assertThat(last.require(Layout.STATE).floats(3))
                .containsExactly(0.30621666f, -0.4934168f, -0.067378454f, -0.5111488f);
        assertThat(last.require(Layout.PROPRIO).floats(3)).containsExactly(0);
    }

    @Test
    void inkIsWhereTheirFramesAreFalse() {
        Episode last = episodes(BOUNCE.resolve("train")).get(2);
        assertThat(last.require(Layout.FRAME).floats(1)).containsExactly(0, 1, 0, 0, 0, 1, 1, 0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "train, 7f70e7741764c2fe44be28c76d5219da30c06383af25b63b14ae306ade6a71e1",
        "test, 6831525cf2b5192d38e27d5fff54ee6807182b943d813940a03023952dd477d2"
    })
    void allBytesAreThoseThatNumpyPacked(String split, String digest) {
        assertThat(Contents.digest(episodes(BOUNCE.resolve(split)))).isEqualTo(digest);
    }

    @Test
    void theLayoutSaysWhatTheFileDoesNot() {
        Layout layout = source(BOUNCE).layout();
        assertThat(layout.tensors().stream().map(tensor -> tensor.name() + tensor.shape()))
                .containsExactly("lcd[2, 5]", "proprio[1]", "full_state[4]", "action[1]");
        assertThat(layout.require("full_state").channels().get(3).name()).isEqualTo("full_state_3");
        assertThat(layout.require("action").high()).isEqualTo(1);
        assertThat(layout.require("lcd").rate()).isEqualTo(10);
        assertThat(episodes(BOUNCE))
                .allSatisfy(episode -> assertThat(episode.layout()).isEqualTo(layout));
    }

    @Test
    void theDirectoryDeclaresTheSplit() {
        assertThat(episodes(BOUNCE).stream().map(episode -> episode.provenance().split()))
                .containsExactly(Split.TEST, Split.TEST, Split.TRAIN, Split.TRAIN, Split.TRAIN);
        assertThat(episodes(BOUNCE)).allSatisfy(episode -> {
            assertThat(episode.provenance().splitBy()).isEqualTo(SplitBy.SOURCE);
            assertThat(episode.provenance().world()).isEqualTo("Bounce");
            assertThat(episode.provenance().source()).isEqualTo("boxlcd-npz");
        });
    }

    @Test
    void withoutADeclarationEachRolloutIsHashed() {
        List<Episode> episodes = episodes(FILES.resolve("stored.npz"));
        assertThat(episodes).allSatisfy(episode -> {
            assertThat(episode.provenance().splitBy()).isEqualTo(SplitBy.HASH);
            assertThat(episode.provenance().recording()).isEqualTo(episode.id());
            assertThat(episode.provenance().split()).isEqualTo(Split.of(episode.id()));
        });
    }

    @Test
    void identityIsThatOfTheBytesNotOfThePath() throws IOException {
        Path copy = scratch.resolve("Elsewhere-3.npz");
        Files.copy(FILES.resolve("stored.npz"), copy);
        assertThat(ids(copy)).isEqualTo(ids(FILES.resolve("stored.npz"))).doesNotHaveDuplicates();
    }

    @Test
    void oneFileInTrainAndInTestGivesTwoIdentities() throws IOException {
        Path train = Files.createDirectories(scratch.resolve("W/train")).resolve("a.npz");
        Path test = Files.createDirectories(scratch.resolve("W/test")).resolve("a.npz");
        Files.copy(FILES.resolve("stored.npz"), train);
        Files.copy(FILES.resolve("stored.npz"), test);
        assertThat(ids(train)).doesNotContainAnyElementsOf(ids(test));
    }

    @ParameterizedTest
    @CsvSource({
        "/data/Urchin/train/20260101T000000-100.barrel.npz, Urchin",
        "/data/rollouts/LuxoCube-10000.npz, LuxoCube",
        "/data/Bounce/20260101T000000-50.barrel.npz, Bounce",
        "/x.npz, ''"
    })
    void thePathTellsTheWorld(Path file, String world) {
        assertThat(BarrelOrigin.world(file)).isEqualTo(world);
    }

    @Test
    void aGivenWorldWins() {
        BoxLcdSource source = BoxLcdSource.of(RecordingFiles.find(BOUNCE, ".npz"), "Ball");
        try (Stream<Episode> episodes = source.read(source.recordings().get(0))) {
            assertThat(episodes.map(episode -> episode.provenance().world())).containsOnly("Ball");
        }
    }

    @Test
    void proprioAndStateMayBeMissing() {
        assertThat(source(FILES.resolve("without-proprio.npz")).layout().tensors())
                .extracting("name")
                .containsExactly("lcd", "action");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "truncated      | it is no complete npz archive",
                "text           | its entry 'readme.txt' is no array or stands twice",
                "objects        | array 'action': it holds Python objects (dtype '|O'), which are never read; save plain numbers",
                "fortran        | array 'full_state': it is in Fortran order; save it with np.ascontiguousarray",
                "big-endian     | array 'action': it is big-endian (dtype '>f8')",
                "records        | array 'action': it holds records",
                "other-rollouts | arrays 'lcd' [3, 4, 2, 5] and 'action' [2, 4, 1] differ in rollouts or steps",
                "other-steps    | arrays 'lcd' [3, 4, 2, 5] and 'proprio' [3, 3, 1] differ in rollouts or steps",
                "flat-frames    | array 'lcd' has the shape [3, 4, 10], but must be [N, T, H, W]",
                "float-frames   | array 'lcd' has the dtype '<f4', but must be bool",
                "no-action      | it holds the arrays [lcd, proprio], but boxLCD's collector writes 'lcd', 'action'",
                "reward         | it holds the arrays [action, full_state, lcd, proprio, reward], but",
                "empty          | has the shape [0, 4, 1]: it holds nothing; collect at least one rollout"
            })
    void brokenHeadersAreFoundBeforeAnyWork(String name, String problem) {
        Path file = FILES.resolve(name + ".npz");
        assertThatThrownBy(() -> source(file))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageStartingWith("Cannot read '%s': ".formatted(file.toAbsolutePath()))
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gray-frames: array 'lcd': rollout 0 holds the pixel 255",
                "flipped-bit: array 'full_state': its check sum is wrong"
            })
    void brokenDataIsFoundWhileReading(String expected) {
        Path file = FILES.resolve(expected.substring(0, expected.indexOf(':')) + ".npz");
        assertThatThrownBy(() -> episodes(file))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(expected.substring(expected.indexOf(':') + 2));
    }

    @Test
    void dataCutOffInsideADeflatedArrayNamesTheArray() throws IOException {
        byte[] whole = Files.readAllBytes(BOUNCE.resolve("test/20260101T000000-4.barrel.npz"));
        for (int i = 60; i < 100; i++) {
            whole[i] = 0;
        }
        Path damaged = Files.write(scratch.resolve("damaged.npz"), whole);
        assertThatThrownBy(() -> episodes(damaged))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("damaged.npz': array 'action': ")
                .hasMessageEndingWith("the file was cut short or damaged: copy or collect it again");
    }

    @Test
    void aHeaderThatClaimsMoreThanTheArchiveIsRefused() throws IOException {
        assertThatThrownBy(() -> source(archive(List.of(1 << 20, 1000, 16, 16), 0)))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining(
                        "array 'action': the archive declares 128 bytes, its header 4194304128 (<f4 [1048576, 1000, 1])");
    }

    @Test
    void aShapeThatOverflowsIsRefused() throws IOException {
        int most = Integer.MAX_VALUE;
        assertThatThrownBy(() -> source(archive(List.of(most, most, most, most), 0)))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("is larger than any file");
    }

    @Test
    void aRolloutThatIsTooLargeToHoldIsRefused() throws IOException {
        long bytes = 300L << 20;
        assertThatThrownBy(() -> source(archive(List.of(1, 300, 1024, 1024), bytes)))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("one rollout takes more than 268435456 bytes; collect shorter ones");
    }

    @Test
    void aBrokenFileKeepsNoneOfTheOthersOut() throws IOException {
        Files.writeString(scratch.resolve("a.npz"), "no archive");
        Files.copy(BOUNCE.resolve("test/20260101T000000-4.barrel.npz"), scratch.resolve("b.npz"));

        BoxLcdSource source = source(scratch);

        assertThat(source.layout()).isEqualTo(source(BOUNCE).layout());
        assertThat(source.recordings()).hasSize(2);
        assertThat(source.read(source.recordings().get(1), finding -> {})).isNotEmpty();
    }

    @Test
    void worldsOfDifferentLayoutsAreNotMixed() {
        List<Recording> both = List.of(
                RecordingFiles.find(BOUNCE, ".npz").get(0),
                RecordingFiles.find(FILES.resolve("without-proprio.npz"), ".npz")
                        .get(0));
        assertThatThrownBy(() -> BoxLcdSource.of(both, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without-proprio.npz' beside")
                .hasMessageEndingWith(
                        "it holds [lcd[2, 5], action[1]], the other [lcd[2, 5], proprio[1], full_state[4], action[1]];"
                                + " ingest each world into a table of its own");
    }

    private Path archive(List<Integer> frames, long zeros) throws IOException {
        List<Integer> actions = List.of(frames.get(0), frames.get(1), 1);
        long actionBytes = Math.min((long) frames.get(0) * frames.get(1) * Float.BYTES, 1 << 20);
        return Archives.write(
                scratch.resolve("made.npz"),
                Map.of(
                        "lcd", NpyArrays.head(1, NpyType.BOOL, frames),
                        "action", NpyArrays.head(1, NpyType.F32, actions)),
                Map.of("lcd", zeros, "action", frames.get(0) == 1 ? actionBytes : 0));
    }

    private static BoxLcdSource source(Path path) {
        return BoxLcdSource.of(RecordingFiles.find(path, ".npz"), "");
    }

    private static List<Episode> episodes(Path path) {
        BoxLcdSource source = source(path);
        return source.recordings().stream().flatMap(source::read).toList();
    }

    private static List<String> ids(Path path) {
        return episodes(path).stream().map(Episode::id).toList();
    }
}
