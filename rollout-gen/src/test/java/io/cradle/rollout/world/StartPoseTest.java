package io.cradle.rollout.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Start;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StartPoseTest {
    @Property(tries = 200)
    void theBallBeginsInsideTheBox(@ForAll long seed) {
        List<Double> pose = StartPose.draw(Worlds.BOUNCE, seed, StartPose.Placement.ANYWHERE)
                .pose();
        assertThat(pose).hasSize(3);
        assertThat(pose.subList(0, 2)).allMatch(number -> number >= 0.5 && number < 4.5);
        assertThat(Math.abs(pose.get(2))).isLessThanOrEqualTo(Math.PI);
    }

    @Property(tries = 200)
    void legsHangOnTheHubByTheirEnds(@ForAll long seed) {
        List<Double> pose = StartPose.draw(Worlds.URCHIN, seed, StartPose.Placement.ANYWHERE)
                .pose();
        assertThat(pose.get(0)).isBetween(1.25, 8.75);
        assertThat(pose.get(1)).isEqualTo(1.25);
        for (int leg = 1; leg <= 3; leg++) {
            double angle = pose.get(3 * leg + 2);
            assertThat(Math.abs(angle)).isLessThanOrEqualTo(Math.PI);
            assertThat(pose.get(3 * leg) - Math.sin(angle) * 2 / 3).isCloseTo(pose.get(0), within(1e-9));
            assertThat(pose.get(3 * leg + 1) + Math.cos(angle) * 2 / 3).isCloseTo(pose.get(1), within(1e-9));
        }
    }

    /** boxLCD's angles: density 1 / (8 max(|cos|, |sin|)²), so an eighth of a turn around 45° holds more than around 0°. */
    @Test
    void anglesArriveTwiceAsOftenOnTheDiagonals() {
        long[] octants = new long[8];
        LongStream.range(0, 20_000)
                .mapToDouble(seed -> StartPose.draw(Worlds.BOUNCE, seed, StartPose.Placement.ANYWHERE)
                                .pose()
                                .get(2)
                        + Math.PI)
                .forEach(angle -> octants[(int) Math.floor((angle + Math.PI / 8) / (Math.PI / 4)) % 8]++);
        double onAxes = octants[0] + octants[2] + octants[4] + octants[6];
        assertThat(onAxes / 20_000).isCloseTo(Math.tan(Math.PI / 8), within(0.015));
    }

    @Test
    void shapesLeftOpenAreDrawnFromTheSeed() {
        WorldDefinition either = Worlds.parse(
                Worlds.text("bounce").replace("size: [0.5]}", "size: [0.5]}\n      - {form: BOX, size: [0.5, 0.5]}"));
        long circles = LongStream.range(0, 1000)
                .mapToObj(seed -> StartPose.draw(either, seed, StartPose.Placement.ANYWHERE)
                        .shapes()
                        .get(0)
                        .form())
                .filter(form -> form == Shape.Form.CIRCLE)
                .count();
        assertThat(circles).isBetween(430L, 570L);
    }

    @Test
    void aPoseOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> StartPose.at(Worlds.URCHIN, new Start.Pose(List.of(1.0, 1.0, 0.0), 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for each of 4 bodies");
    }
}
