package io.cradle.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    @TempDir
    Path folder;

    @Test
    void whatWasSavedIsLoadedBitForBit() {
        Checkpoint saved = saved();
        Checkpoint loaded = Checkpoint.load(target());
        assertThat(loaded).isEqualTo(saved);
        assertThat(loaded.digest()).isEqualTo(saved.digest());
        assertThat(said(loaded)).isDeepEqualTo(said(saved));
    }

    private static float[][] said(Checkpoint checkpoint) {
        Observation black = Observation.ofFrame(new float[Checkpoints.SHAPE.pixels()]);
        Belief belief = checkpoint.model().begin(List.of(new Prompt(List.of(black), List.of())));
        return belief.predict(new float[][] {{0.25f, -1}}).ink();
    }

    @Test
    void savingLeavesNothingElseBehind() throws IOException {
        saved();
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(target());
        }
    }

    @Test
    void anExistingTargetIsRefused() {
        Checkpoint checkpoint = saved();
        assertThatThrownBy(() -> checkpoint.save(target()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it exists; choose another place or say --overwrite");
    }

    @Test
    void replacingPutsTheNewOneInPlaceOfTheOld() {
        saved();
        Checkpoint other = Checkpoints.of(2, Checkpoints.ORIGIN);
        other.replace(target());
        assertThat(Checkpoint.load(target())).isEqualTo(other);
    }

    @Test
    void replacingWhatIsNoCheckpointIsRefused() throws IOException {
        Files.createDirectory(target());
        Files.writeString(target().resolve("thesis.tex"), "dear");
        assertThatThrownBy(() -> Checkpoints.of(1, Checkpoints.ORIGIN).replace(target()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it is no checkpoint");
        assertThat(target().resolve("thesis.tex")).hasContent("dear");
    }

    @Test
    void theDigestKnowsWeightsButNotPlaces() {
        Origin elsewhere = new Origin("/other/place@3", "", Checkpoints.ORIGIN.worlds(), 50);
        String digest = Checkpoints.of(1, Checkpoints.ORIGIN).digest();
        assertThat(Checkpoints.of(1, elsewhere).digest()).isEqualTo(digest);
        assertThat(Checkpoints.of(2, Checkpoints.ORIGIN).digest()).isNotEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters.bin", "updater.bin", "prompts.bin"})
    void aTruncatedFileIsNamed(String name) throws IOException {
        saved();
        byte[] whole = Files.readAllBytes(target().resolve(name));
        Files.write(target().resolve(name), Arrays.copyOf(whole, whole.length - 1));
        assertCorrupt(name, "it has %d bytes, model and layout ask for %d".formatted(whole.length - 1, whole.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters.bin", "updater.bin", "prompts.bin"})
    void aLongerFileIsNamedBeforeItIsRead(String name) throws IOException {
        saved();
        Files.write(target().resolve(name), new byte[4], StandardOpenOption.APPEND);
        assertCorrupt(name, "expected at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters.bin", "updater.bin", "prompts.bin"})
    void aFlippedBitIsNoticed(String name) throws IOException {
        saved();
        byte[] bytes = Files.readAllBytes(target().resolve(name));
        bytes[bytes.length / 2] ^= 4;
        Files.write(target().resolve(name), bytes);
        assertCorrupt(name, "its SHA-256 is not the one in checkpoint.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters.bin", "updater.bin", "prompts.bin", "checkpoint.json"})
    void aMissingFileIsNamed(String name) throws IOException {
        saved();
        Files.delete(target().resolve(name));
        assertThatThrownBy(() -> Checkpoint.load(target()))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{}", "{\"format\" : 3}", "{\"format\" : 3, \"@class\" : \"java.net.URL\"}"})
    void aHeaderThatIsNoneIsNamed(String json) throws IOException {
        saved();
        Files.writeString(target().resolve("checkpoint.json"), json);
        assertCorrupt("checkpoint.json", "it is no checkpoint header");
    }

    @Test
    void aHeaderThatClaimsAHugeNetworkTakesNoMemory() throws IOException {
        saved();
        replaceInHeader("\"hidden\" : [ 5 ]", "\"hidden\" : [ 2147483647, 2147483647 ]");
        assertCorrupt("checkpoint.json", "choose narrower layers");
    }

    @Test
    void aHeaderWithNothingWhereAModelBelongsIsNamed() throws IOException {
        saved();
        replaceInHeader("\"hidden\" : [ 5 ]", "\"hidden\" : null");
        assertCorrupt("checkpoint.json", "it is no checkpoint header");
    }

    @Test
    void aKeyWithNoSuchValueIsNamedInTheWordsOfTheFile() throws IOException {
        saved();
        replaceInHeader("\"DENSE\"", "\"GAN\"");
        assertCorrupt(
                "checkpoint.json",
                "it is no checkpoint header ('facts.model.kind' is GAN, which this version doesn't know beside [DENSE, STEP, TRANSFORMER, RSSM, FBT]); copy the checkpoint again");
    }

    /** As version 0.1 wrote it before there was motion; its digest stands in tables that were dreamt by it. */
    @Test
    void aHeaderThatKnowsNothingOfMotionIsReadAndKeepsItsDigest() throws IOException {
        Checkpoint saved = saved();
        Path header = target().resolve("checkpoint.json");
        String json = Files.readString(header, StandardCharsets.UTF_8);
        String older = json.replaceAll(",\\s*\"motion\" : (false|\\{[^}]*})", "");
        assertThat(json).contains("motion");
        assertThat(older).doesNotContain("motion");
        Files.writeString(header, older);
        assertThat(Checkpoint.load(target())).isEqualTo(saved);
        assertThat(saved.digest()).isEqualTo("0ff9b3c688e37374ae52839062336b9b035233efe452f242b139a3e093d8fee0");
    }

    @Test
    void aHeaderOfAnotherFormatIsNamed() throws IOException {
        saved();
        replaceInHeader("\"format\" : 3", "\"format\" : 1");
        assertCorrupt("checkpoint.json", "its format is 1, this version reads 3; train anew");
    }

    private void replaceInHeader(String old, String other) throws IOException {
        Path header = target().resolve("checkpoint.json");
        String json = Files.readString(header, StandardCharsets.UTF_8);
        assertThat(json).contains(old);
        Files.writeString(header, json.replace(old, other));
    }

    private void assertCorrupt(String file, String problem) {
        assertThatThrownBy(() -> Checkpoint.load(target()))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining(target().resolve(file).toString())
                .hasMessageContaining(problem);
    }

    private Checkpoint saved() {
        Checkpoint checkpoint = Checkpoints.of(1, Checkpoints.ORIGIN);
        checkpoint.save(target());
        return checkpoint;
    }

    private Path target() {
        return folder.resolve("model");
    }
}
