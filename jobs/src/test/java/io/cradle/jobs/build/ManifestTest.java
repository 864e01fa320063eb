package io.cradle.jobs.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final BuiltPart PART = new BuiltPart("uniform", 40, new TreeMap<>(Map.of("seed", "1")));
    private static final Manifest MANIFEST =
            new Manifest(List.of(PART), new Manifest.Table(3, 40, "ab"), new Manifest.Selection(1, 30, "cd", "ef"));

    @Test
    void comesBackFromItsFile() {
        assertThat(Manifest.ofJson("build.json", MANIFEST.toJson())).isEqualTo(MANIFEST);
        assertThat(Manifest.ofJson("build.json", Manifest.NONE.toJson())).isEqualTo(Manifest.NONE);
    }

    @Test
    void namesDigestsVersionsAndContents() {
        assertThat(MANIFEST.toJson())
                .contains("\"format\" : 1", "\"version\" : 3", "\"contentHash\" : \"ab\"", "\"decisions\" : \"ef\"")
                .contains("\"digest\" : \"%s\"".formatted(PART.digest()), "\"seed\" : \"1\"");
    }

    @Test
    void whatIsNoManifestIsRefusedWithARemedy() {
        assertThatThrownBy(() -> Manifest.ofJson("x/build.json", "{\"parts\": 3}"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessage(
                        "Cannot read 'x/build.json': it is no manifest of a build; remove it, and the next build writes it from the tables");
        assertThatThrownBy(() -> Manifest.ofJson("x/build.json", "{\"format\": 2}"))
                .hasMessage(
                        "Cannot read 'x/build.json': it is of format 2, this program knows 1; build with the program that wrote it");
        assertThatThrownBy(() -> Manifest.ofJson("x/build.json", "null")).isInstanceOf(CorruptDataException.class);
    }

    @Test
    void aPartHasNoNegativeNumberOfEpisodes() {
        assertThatThrownBy(() -> PART.with(-1)).hasMessageContaining("Invalid episodes=-1 of part 'uniform'");
    }
}
