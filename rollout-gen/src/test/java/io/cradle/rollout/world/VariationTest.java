package io.cradle.rollout.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VariationTest {
    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "conf", "worlds"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyWorldOfTheHouseIsCalledAsItsFileAndStartsAnywhere(String name) {
        WorldDefinition world = Worlds.named(name);
        assertThat(world.name()).isEqualToIgnoringCase(name);
        for (long seed = 0; seed < 5; seed++) {
            WorldDefinition drawn = world.in("").drawn(seed);
            assertThat(StartPose.draw(drawn, seed, StartPose.Placement.ANYWHERE).shapes())
                    .hasSameSizeAs(world.bodies());
        }
    }

    @Test
    void boxLcdsVariantHasItsQuirks() {
        WorldDefinition mended = Worlds.named("luxocube").in("");
        WorldDefinition boxlcd = Worlds.named("luxocube").in("boxlcd");
        assertThat(mended.width()).isEqualTo(7.5);
        assertThat(boxlcd.width()).isEqualTo(7);
        assertThat(mended.pixelsPerMetre() * mended.height())
                .isEqualTo(mended.lcd().height());
        assertThat(boxlcd.overlaps()).isEqualTo(WorldDefinition.Overlaps.ALLOWED);
        assertThat(boxlcd.lcd().rounding()).isEqualTo(Screen.Rounding.TOWARDS_ZERO);
        assertThat(boxlcd.objects().get(0).spawn())
                .isEqualTo(new Spawn(new Range(0.4, 6.6), new Range(0.4, 1.875), Spawn.Angle.SQUARE, null, null));
        assertThat(boxlcd.robots().get(0).limbs().get(2).joint().parentAnchor().y())
                .isEqualTo(-0.4);
        assertThat(mended.compat()).isEmpty();
        assertThatThrownBy(() -> Worlds.named("ramp").in("boxlcd"))
                .hasMessage("Cannot find compat 'boxlcd' of world 'Ramp': it has none");
    }

    @Test
    void namedSolversChangeTheIterationsAndNothingElse() {
        WorldDefinition light = Worlds.URCHIN.solvedBy(Solver.LIGHT);
        assertThat(light.clock()).isEqualTo(new Clock(10, 3, 20, 10));
        assertThat(light.solvedBy(Solver.FULL)).isEqualTo(Worlds.URCHIN);
        assertThat(light.solvedBy(Solver.WORLD)).isEqualTo(light);
    }

    @Test
    void eachEpisodeDrawsItsNumbersFromItsSeed() {
        WorldDefinition ramp = Worlds.named("ramp").in("");
        assertThat(ramp.drawn(7)).isEqualTo(ramp.drawn(7)).isNotEqualTo(ramp.drawn(8));
        List<Double> heights = Stream.iterate(0L, seed -> seed + 1)
                .limit(500)
                .map(seed ->
                        ramp.drawn(seed).scenery().get(0).shapes().get(0).size().get(5))
                .toList();
        assertThat(heights).allMatch(height -> height >= 1 && height < 2.8);
        assertThat(heights.stream().mapToDouble(h -> h).average().orElseThrow()).isBetween(1.8, 2.0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "randomise: {gravity: {low: -5000, high: 0}} | Invalid value -5000.0 of 'gravity': Invalid gravity=-5000",
                "randomise: {gravty: {low: -5, high: 0}} | there is no 'gravty' among [name, steps,",
                "randomise: {objects.ball.material: {low: 0, high: 1}} | there is no 'ball' among [object0]",
                "randomise: {objects.object0.material: {low: 0, high: 1}} | it is not a single number or word; name what is below it",
                "randomise: {objects.object0.shapes.0.size.1: {low: 0, high: 1}} | there is no '1' among [0]; call it by one of these",
                "randomise: {clock.velocityIterations: {low: 10, high: 20}} | only real numbers are drawn, and this is a whole one",
                "randomise: {objects.object0.spawn.x.low: {low: 1, high: 3}, objects.object0.spawn.x.high: {low: 2, high: 4}} | low is above high",
                "randomise: {objects.object0.material.density.x: {low: 1, high: 1}} | there is nothing below it called 'x'",
                "randomise: {width: {low: 4, high: 5}} | Invalid randomise 'width': it fixes the form of the episodes or their rate",
                "compat: {old: {overlaps: PERHAPS}} | it is one of [ALLOWED, FORBIDDEN]",
                "compat: {old: {steps: 0}} | Invalid steps=0",
                "scenery: [{name: s, shapes: [{form: CIRCLE, size: [1]}], place: {x: 50, y: 0, angle: 0}, surface: {friction: 0, restitution: 0}}] | Invalid scenery 's' at x=50.0, y=0.0: it lies outside of the world",
                "occluders: [{name: o, shape: {form: BOX, size: [1, 1]}, place: {x: 0, y: -3, angle: 0.1}}] | Invalid occluder 'o' at x=0.0, y=-3.0: it lies outside of the world",
                "occluders: [{name: object0, shape: {form: BOX, size: [1, 1]}, place: {x: 1, y: 1, angle: 0}}] | the name 'object0' stands twice",
            })
    void nonsenseIsRefusedWithItsPathAndValue(String line, String message) {
        String text = Worlds.bounce().replaceFirst("(?s)# What boxLCD does.*", line + "\n");
        assertThatThrownBy(() -> Worlds.parse(text)).hasMessageContaining(message);
    }
}
