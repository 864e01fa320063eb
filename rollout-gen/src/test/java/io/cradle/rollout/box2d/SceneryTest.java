package io.cradle.rollout.box2d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.rollout.world.WorldDefinition;
import io.cradle.rollout.world.Worlds;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneryTest {
    private static final WorldDefinition OCCLUDER = Worlds.named("occluder").in("");

    @Test
    void whatIsBehindAScreenIsNotDrawnButGoesOn() {
        WorldDefinition still = Worlds.parse(Worlds.text("occluder").replaceFirst("(?s)randomise:.*", ""));
        try (Stage behind = new Stage(still).begin(pose(5.5, 1, 0));
                Stage elsewhere = new Stage(still).begin(pose(5.5, 1.5, 0))) {
            assertThat(behind.of(Layout.FRAME)).isEqualTo(elsewhere.of(Layout.FRAME));
            assertThat(behind.label(15, 17)).as("the screen's label").isEqualTo(2);
            assertThat(ink(behind.of(Layout.MASK), 1)).as("pixels of the ball").isZero();
            assertThat(behind.value("ball:y:p")).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void aBlankScreenHidesWithoutAMark() {
        String text = Worlds.text("occluder").replaceFirst("(?s)randomise:.*", "");
        WorldDefinition blank = Worlds.parse(text.replace("  - name: screen", "  - name: screen\n    look: BLANK"));
        try (Stage behind = new Stage(blank).begin(pose(5.5, 1, 0));
                Stage half = new Stage(blank).begin(pose(4.3, 1, 0));
                Stage whole = new Stage(blank).begin(pose(2, 1, 0))) {
            assertThat(ink(behind.of(Layout.FRAME), 1)).isZero();
            assertThat(ink(half.of(Layout.FRAME), 1)).isPositive().isLessThan(ink(whole.of(Layout.FRAME), 1));
        }
    }

    @Test
    void aBallIsCaughtByTheCup() {
        WorldDefinition cup = Worlds.parse(Worlds.text("container").replaceFirst("(?s)randomise:.*", ""));
        try (Stage stage = new Stage(cup).begin(pose(2.5, 4, 0))) {
            for (int t = 0; t < 60; t++) {
                stage.step(0);
            }
            assertThat(stage.value("ball:y:p")).isCloseTo(0.5, within(0.03));
            assertThat(stage.touches("ball", "cup")).isTrue();
            assertThat(stage.touches("ball", "wall:floor")).isFalse();
        }
    }

    /** A solid disc that rolls without slipping down a slope α speeds up by 2/3 g sin α. */
    @Test
    void aBallRollsDownTheRamp() {
        WorldDefinition ramp = Worlds.parse(
                Worlds.text("ramp").replaceFirst("(?s)randomise:.*", "").replace("restitution: 0.3", "restitution: 0"));
        double slope = Math.atan2(2, 6);
        double x = 1;
        double y = 2 - x / 3 + 0.4 / Math.cos(slope);
        try (Stage stage = new Stage(ramp).begin(pose(x, y, 0))) {
            for (int t = 0; t < 10; t++) {
                stage.step(0);
            }
            double speed = Math.hypot(stage.value("ball:vx"), stage.value("ball:vy"));
            assertThat(speed).isCloseTo(2.0 / 3 * 9.81 * Math.sin(slope), within(0.1));
            assertThat(stage.value("ball:spin")).isCloseTo(-speed / 0.4, within(0.1));
            assertThat(stage.touches("ball", "ramp")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"urchin", "luxocube", "urchinballs", "billiard", "tower", "object3", "crabcube"})
    void nothingOverlapsAtTheStart(String name) {
        try (Stage stage = new Stage(Worlds.named(name).in(""))) {
            for (long seed = 0; seed < 40; seed++) {
                stage.begin(new Start.Seed(seed));
                assertThat(ink(stage.of(Layout.CONTACTS), 1)).isZero();
                stage.step(0);
            }
        }
    }

    @Test
    void aWorldWithoutRoomIsRefused() {
        String crowded =
                Worlds.text("billiard").replace("high: 9.5", "high: 3.2").replace("size: [0.35]", "size: [0.9]");
        try (Stage stage = new Stage(Worlds.parse(crowded))) {
            assertThatThrownBy(() -> stage.begin(new Start.Seed(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Cannot place object 'ball")
                    .hasMessageContaining("overlaps: ALLOWED");
        }
    }

    @Test
    void grayAndRgbFramesShowTheColoursOfThings() {
        String text = Worlds.text("billiard").replace("  height: 32\n", "  height: 32\n  pixels: RGB\n");
        try (Stage rgb = new Stage(Worlds.parse(text)).begin(new Start.Seed(3));
                Stage gray = new Stage(Worlds.parse(text.replace("RGB", "GRAY"))).begin(new Start.Seed(3));
                Stage binary = new Stage(Worlds.named("billiard").in("")).begin(new Start.Seed(3))) {
            Tensor colours = rgb.of(Layout.FRAME);
            assertThat(colours.spec().shape()).containsExactly(3, 32, 64);
            assertThat(colours.spec().encoding()).isEqualTo(Encoding.U8);
            assertThat(gray.of(Layout.FRAME).spec().shape()).containsExactly(32, 64);
            for (int pixel = 0; pixel < 32 * 64; pixel++) {
                int label = (int) rgb.of(Layout.MASK).value(0, pixel);
                assertThat(label > 0).isEqualTo(binary.of(Layout.FRAME).bit(0, pixel));
                List<Integer> expected = label == 0
                        ? List.of(255, 255, 255, 255)
                        : label == 1 ? List.of(230, 180, 60, 181) : List.of(128, 102, 230, 124);
                assertThat(List.of(
                                (int) colours.value(0, pixel),
                                (int) colours.value(0, 2048 + pixel),
                                (int) colours.value(0, 4096 + pixel),
                                (int) gray.of(Layout.FRAME).value(0, pixel)))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void contactsSayWhoTouchesWhom() {
        WorldDefinition table = Worlds.named("bounce2").in("");
        try (Stage stage = new Stage(table).begin(pose(2, 0.5, 0, 2.99, 0.5, 0))) {
            stage.step(0);
            assertThat(stage.touches("object0", "object1")).isTrue();
            assertThat(stage.touches("object1", "object0")).isTrue();
            assertThat(stage.touches("object0", "wall:floor")).isTrue();
            assertThat(stage.touches("object0", "wall:ceiling")).isFalse();
            assertThat(stage.of(Layout.CONTACTS).spec().shape()).containsExactly(2, 6);
        }
    }

    /** With all the torque of one leg and none of the others, the leg turns against the rest of the robot. */
    @Test
    void torqueControlPushesAsHardAsItIsTold() {
        String text = Worlds.text("urchin")
                .replace("    limbs:", "    control: TORQUE\n    limbs:")
                .replace("gravity: -9.81", "gravity: 0");
        WorldDefinition torque = Worlds.parse(text).in("");
        List<Double> pose = List.of(
                5.0,
                2.5,
                0.0,
                5.0,
                2.5 - 2.0 / 3,
                0.0,
                5 + Math.sin(2) * 2 / 3,
                2.5 - Math.cos(2) * 2 / 3,
                2.0,
                5 + Math.sin(4.2) * 2 / 3,
                2.5 - Math.cos(4.2) * 2 / 3,
                4.2);
        try (Stage weak = new Stage(torque).begin(new Start.Pose(pose, 0));
                Stage strong = new Stage(torque).begin(new Start.Pose(pose, 0));
                Stage none = new Stage(torque).begin(new Start.Pose(pose, 0))) {
            assertThat(weak.environment().action().channels())
                    .extracting(c -> c.name() + " " + c.unit() + " " + c.high())
                    .first()
                    .isEqualTo("urchin0:aleg:torque N·m 150.0");
            weak.step(0.0002f, 0, 0);
            strong.step(0.0004f, 0, 0);
            none.step(0, 0, 0);
            double spin = weak.value("urchin0:aleg:spin") - weak.value("urchin0:root:spin");
            assertThat(spin).isGreaterThan(0.005);
            assertThat(strong.value("urchin0:aleg:spin") - strong.value("urchin0:root:spin"))
                    .isCloseTo(2 * spin, within(0.2 * spin));
            assertThat(Math.abs(none.value("urchin0:aleg:spin"))).isLessThan(1e-4);
        }
    }

    @Test
    void truthsAreTensorsWithNames() {
        try (Stage stage = new Stage(OCCLUDER).begin(new Start.Seed(1))) {
            assertThat(stage.environment().observations())
                    .extracting(spec -> spec.name())
                    .containsExactly("lcd", "proprio", "full_state", "velocity", "contacts", "mask");
            assertThat(stage.of(Layout.VELOCITY).spec().channels())
                    .extracting(channel -> channel.name() + " " + channel.unit())
                    .containsExactly("ball:vx m/s", "ball:vy m/s", "ball:spin rad/s");
            assertThat(stage.value("ball:vx")).isBetween(1.5, 5.0);
        }
    }

    private static int ink(Tensor tensor, int value) {
        int count = 0;
        for (int i = 0; i < tensor.spec().elements(); i++) {
            count += tensor.value(0, i) == value ? 1 : 0;
        }
        return count;
    }

    private static Start pose(double... numbers) {
        return new Start.Pose(Arrays.stream(numbers).boxed().toList(), 0);
    }
}
