package io.cradle.rollout.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldDefinitionTest {
    @Test
    void bodiesAreNamedInOrderOfCreation() {
        assertThat(Worlds.BOUNCE.bodies()).containsExactly("object0");
        assertThat(Worlds.URCHIN.bodies())
                .containsExactly("urchin0:root", "urchin0:aleg", "urchin0:bleg", "urchin0:cleg");
    }

    @Test
    void aWorldTravels() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Worlds.URCHIN);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(Worlds.URCHIN);
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "width: 5 | width: NaN | Invalid width=NaN",
                "steps: 50 | steps: 0 | Invalid steps=0",
                "substeps: 3 | substeps: 0 | Invalid substeps=0",
                "velocityIterations: 180 | velocityIterations: 1000000 | Invalid velocityIterations=1000000",
                "height: 16 | height: 1000 | Invalid height of lcd=1000",
                "size: [0.5] | size: [0.0] | Invalid size of CIRCLE=0",
                "size: [0.5] | size: [0.5, 0.5] | a CIRCLE has 1 number",
                "density: 0.1 | density: 0 | Invalid density=0",
                "restitution: 0.8 | restitution: 1.5 | Invalid restitution=1.5",
                "low: 0.5 | low: 5 | low is above high",
                "object0 | 0bject | Invalid name of an object '0bject'"
            })
    void nonsenseIsRefusedWithItsValue(String right, String wrong, String message) {
        String text = Worlds.text("bounce");
        assertThat(text).contains(right);
        assertThatThrownBy(() -> Worlds.parse(text.replace(right, wrong))).hasMessageContaining(message);
    }

    @Test
    void aLimbMustHangOnAPartBeforeIt() {
        String text = Worlds.text("urchin").replaceFirst("parent: root", "parent: cleg");
        assertThatThrownBy(() -> Worlds.parse(text))
                .hasMessageContaining("Invalid joint of limb 'aleg' of robot 'urchin0': parent 'cleg'");
    }

    @Test
    void aJointWithoutLimitsIsWrittenAsInfinite() {
        String text =
                Worlds.text("urchin").replace("limits: {low: -1, high: 1}", "limits: {low: -Infinity, high: Infinity}");
        JointDefinition joint =
                Worlds.parse(text).robots().get(0).limbs().get(0).joint();
        assertThat(joint.limits().bounded()).isFalse();
        assertThat(joint.driven()).isTrue();
    }

    @Test
    void twoPartsCannotShareAName() {
        String text = Worlds.text("urchin").replace("name: bleg", "name: aleg");
        assertThatThrownBy(() -> Worlds.parse(text)).hasMessageContaining("two parts are called 'aleg'");
    }

    @Test
    void aWorldWithoutBodiesIsRefused() {
        String text = Worlds.text("urchin").replaceFirst("(?s)robots:.*", "robots: []\nobjects: []\n");
        assertThatThrownBy(() -> Worlds.parse(text)).hasMessageContaining("it has 0 bodies");
    }

    @ParameterizedTest(name = "{0} is convex: {1}")
    @CsvSource({
        "'-0.4,0.4,0.5,0.7,0.5,-0.7,-0.4,-0.4', true",
        "'0,0,1,0,1,1', true",
        "'0,0,1,0,2,0', false",
        "'0,0,2,0,1,0.1,1,2', false",
        "'0,0,1,1,1,0,0,1', false",
        "'0,0,1,0', false"
    })
    void polygonsMustBeConvex(String corners, boolean convex) {
        List<Double> size =
                Arrays.stream(corners.split(",")).map(Double::valueOf).toList();
        if (convex) {
            assertThat(new Shape(Shape.Form.POLYGON, size).corners()).hasSize(size.size());
        } else {
            assertThatThrownBy(() -> new Shape(Shape.Form.POLYGON, size)).hasMessageContaining("Invalid shape POLYGON");
        }
    }

    @Test
    void aSpawnThatReachesOutsideOfTheWallsIsRefused() {
        String text = Worlds.bounce().replaceFirst("x: \\{low: 0.5, high: 4.5\\}", "x: {low: 3, high: 12}");
        assertThatThrownBy(() -> Worlds.parse(text))
                .hasMessageContaining("Invalid spawn of object 'object0', x 3.0 to 12.0")
                .hasMessageContaining("it reaches outside of the walls, x from 0.0 to 5.0");
    }

    @Test
    void wallsThatAreNotThereNeedNoFriction() {
        assertThat(new Walls(Walls.Kind.NONE, null, null).friction()).isZero();
        assertThatThrownBy(() -> new Walls(Walls.Kind.BOX, null, null))
                .hasMessage("Missing friction of walls: give it a value, such as 0.2");
    }

    @Test
    void anglesBelongToTheAngleBetween() {
        Range place = new Range(1, 2);
        assertThatThrownBy(() -> new Spawn(place, place, Spawn.Angle.BETWEEN, null, null))
                .hasMessageContaining("the angle BETWEEN needs them");
        assertThatThrownBy(() -> new Spawn(place, place, Spawn.Angle.UNIFORM, place, null))
                .hasMessageContaining("the angle UNIFORM doesn't");
    }

    @Test
    void allMissingSectionsAreSaidAtOnce() {
        assertThatThrownBy(() -> new WorldDefinition(
                        "W", 1, 1, 1, 0, null, null, null, null, null, null, null, null, null, null))
                .hasMessage("Missing clock, lcd, walls: give them values");
    }
}
