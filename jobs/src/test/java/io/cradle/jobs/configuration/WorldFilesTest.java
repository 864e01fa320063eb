package io.cradle.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldFilesTest {
    enum Form {
        CIRCLE,
        BOX
    }

    record Thing(String name, Form form, float size, Double density) {
        Thing {
            density = density == null ? 1 : density;
            if (!(size > 0)) {
                throw new IllegalArgumentException("Invalid size=%s: must be above 0 m".formatted(size));
            }
        }
    }

    record Loose(int fps, List<Thing> things, Map<String, Double> gains) {}

    record Enclosed(int fps, boolean walls) {}

    record Copied(int fps, List<Thing> things) {
        Copied {
            things = List.copyOf(things);
        }
    }

    record Scene(int fps, boolean walls, List<Thing> things, Map<String, Double> gains) {}

    @TempDir
    Path directory;

    private Path conf;

    private WorldFiles worlds;

    @BeforeEach
    void twoWorlds() throws IOException {
        conf = Files.createDirectory(directory.resolve("conf"));
        Files.writeString(conf.resolve("defaults.yaml"), "{}");
        Files.createDirectory(conf.resolve("worlds"));
        Files.writeString(conf.resolve("worlds/Urchin.yaml"), "fps: 10\n");
        world("things: [{name: ball, form: circle, size: 0.5}, {name: cube, form: Box, size: 1, density: 2}]\n");
        worlds = new WorldFiles(new ConfDirectory(conf));
    }

    private void world(String things) throws IOException {
        Files.writeString(conf.resolve("worlds/Bounce.yaml"), "fps: 10\nwalls: true\ngains: {leg: 2}\n" + things);
    }

    @Test
    void aWorldIsFoundInAnyCase() {
        assertThat(worlds.names()).containsExactly("Bounce", "Urchin");
        assertThat(worlds.spelling("bOUNCE")).isEqualTo("Bounce");
        assertThat(worlds.load("bounce", Scene.class))
                .isEqualTo(new Scene(
                        10,
                        true,
                        List.of(new Thing("ball", Form.CIRCLE, 0.5f, 1.0), new Thing("cube", Form.BOX, 1, 2.0)),
                        Map.of("leg", 2.0)));
    }

    @Test
    void anUnknownWorldIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> worlds.load("Bonce", Scene.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot find world 'Bonce': did you mean 'Bounce'? known worlds: Bounce, Urchin; or write learned:CHECKPOINT");
        assertThatThrownBy(() -> worlds.spelling("Moon"))
                .hasMessage("Cannot find world 'Moon': known worlds: Bounce, Urchin; or write learned:CHECKPOINT");
    }

    @Test
    void everyFaultOfAFileIsSaid() throws IOException {
        world("things: [{name: ball, form: circl, size: 0.5}, {name: cube, form: box, size: -1, colour: red}]\nfps: 3\n"
                .replace("\nfps: 3", ""));
        assertThatThrownBy(() -> worlds.load("Bounce", Scene.class)).hasMessage("""
                        conf/worlds/Bounce.yaml: 3 problems
                          things[0].form     unknown value 'circl'; did you mean 'CIRCLE'?
                          things[1].colour   unknown key; known here: name, form, size, density
                          things[1].size     Invalid size=-1.0: must be above 0 m""");
    }

    @Test
    void missingKeysAreSaid() {
        assertThatThrownBy(() -> worlds.load("Urchin", Loose.class)).hasMessage("""
                        conf/worlds/Urchin.yaml: 2 problems
                          things   missing; give it a value
                          gains    missing; give it a value""");
        assertThatThrownBy(() -> worlds.load("Urchin", Enclosed.class))
                .hasMessage("conf/worlds/Urchin.yaml: walls: missing; give it a value");
        assertThatThrownBy(() -> worlds.load("Urchin", Copied.class))
                .hasMessage("conf/worlds/Urchin.yaml: missing things; give each a value");
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        world("things: [\n");
        assertThatThrownBy(() -> worlds.load("Bounce", Scene.class))
                .hasMessageStartingWith("conf/worlds/Bounce.yaml: is not YAML: ");
    }

    record Numbers(double low, double high, double odd) {}

    @Test
    void yamlsOwnWordsForNoFiniteNumberAreRead() throws IOException {
        world("");
        Files.writeString(conf.resolve("worlds/Urchin.yaml"), "low: -.inf\nhigh: .Inf\nodd: .nan\n");
        assertThat(worlds.load("Urchin", Numbers.class))
                .isEqualTo(new Numbers(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN));
    }

    @Test
    void aListIsNoNumber() throws IOException {
        Files.writeString(conf.resolve("worlds/Urchin.yaml"), "low: [1, 2]\nhigh: true\nodd: x\n");
        assertThatThrownBy(() -> worlds.load("Urchin", Numbers.class)).hasMessage("""
                        conf/worlds/Urchin.yaml: 3 problems
                          low    expected a number, found [1,2]
                          high   expected a number, found true
                          odd    expected a number, found 'x'""");
    }

    @Test
    void anAliasAndASecondDocumentAreRefused() throws IOException {
        world("things: [&b {name: ball, form: circle, size: 0.5}, *b]\n");
        assertThatThrownBy(() -> worlds.load("Bounce", Scene.class))
                .hasMessage(
                        "conf/worlds/Bounce.yaml: holds the alias '*b' (line 4): aliases are not read; write out what it stands for");
        world("---\nfps: 2\n");
        assertThatThrownBy(() -> worlds.load("Bounce", Scene.class)).hasMessageContaining("holds a second document");
        world("\tthings: 1\n");
        assertThatThrownBy(() -> worlds.load("Bounce", Scene.class)).hasMessageContaining("'\\t(TAB)'");
    }

    @Test
    void onlyTheFirstOfManyFaultsAreSaid() throws IOException {
        world("x".repeat(3) + ": 1\n"
                + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ"
                        .chars()
                        .mapToObj(letter -> (char) letter + ": 1\n")
                        .reduce("", String::concat));
        assertThatThrownBy(() -> worlds.load("Bounce", Scene.class)).hasMessageContaining("  ... and ");
    }

    @Test
    void aFileElsewhereIsCalledAsItLies() throws IOException {
        Path elsewhere =
                Files.createDirectories(directory.resolve("mine/worlds")).getParent();
        Files.writeString(elsewhere.resolve("defaults.yaml"), "{}");
        Files.writeString(elsewhere.resolve("worlds/Bad.yaml"), "fps: 1\n");
        WorldFiles other = new WorldFiles(new ConfDirectory(elsewhere));
        assertThatThrownBy(() -> other.load("bad", Enclosed.class))
                .hasMessage(elsewhere + "/worlds/Bad.yaml: walls: missing; give it a value");
    }
}
