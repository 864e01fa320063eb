package io.cradle.rollout.box2d;

import static io.cradle.rollout.world.Worlds.BOUNCE;
import static io.cradle.rollout.world.Worlds.URCHIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Start;
import io.cradle.rollout.world.WorldDefinition;
import io.cradle.rollout.world.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What physics says must happen, from first principles. */
class OraclesTest {

    /** Semi-implicit Euler with a step of 1/30 s: after n steps it fell g n (n + 1) / 2 / 30², at speed g n / 30. */
    @Test
    void aBallFallsFreely() {
        try (Stage bounce = new Stage(BOUNCE).begin(pose(2.5, 4.4, 0))) {
            for (int n = 3; n <= 18; n += 3) {
                bounce.step(0);
                assertThat(bounce.value("object0:y:p")).isCloseTo(4.4 - 9.81 * n * (n + 1) / 2 / 900, within(2e-5));
                assertThat(bounce.value("object0:vy")).isCloseTo(-9.81 * n / 30, within(1e-4));
            }
        }
    }

    @Test
    void aBallThrownUpComesBackAtItsSpeed() {
        try (Stage bounce = new Stage(BOUNCE).begin(state(2.5, 1, 0, 0, 4.905, 0))) {
            for (int t = 0; t < 10; t++) {
                bounce.step(0);
            }
            assertThat(bounce.value("object0:vy")).isCloseTo(-4.905, within(1e-3));
        }
    }

    /** Every bounce leaves the share e = 0.8 of the speed that the ball arrives with. */
    @Test
    void eachBounceLeavesTheShareOfItsRestitution() {
        WorldDefinition fine = Worlds.parse(
                        Worlds.bounce().replace("rate: 10", "rate: 1000").replace("substeps: 3", "substeps: 1"))
                .in("");
        List<Double> shares = new ArrayList<>();
        try (Stage bounce = new Stage(fine).begin(pose(2.5, 4.4, 0))) {
            double before = 0;
            for (int t = 0; t < 9000; t++) {
                bounce.step(0);
                double speed = bounce.value("object0:vy");
                if (before < -1.1 && speed > 0) {
                    shares.add(-speed / before);
                }
                before = speed;
            }
        }
        assertThat(shares).hasSizeGreaterThanOrEqualTo(6).allSatisfy(share -> assertThat(share)
                .isCloseTo(0.8, within(0.01)));
    }

    /** Six balls of equal mass and no outer force but the cushions: between hits on these, momentum stays. */
    @Test
    void ballsThatMeetKeepTheirMomentumAndLoseNoMoreEnergyThanTheirRestitutionSays() {
        WorldDefinition two = undamped();
        List<Double> state = new ArrayList<>(List.of(2.0, 2.5, 0.0, 3.0, 0.0, 0.0, 4.0, 2.6, 0.0, -1.0, 0.5, 0.0));
        try (Stage table = new Stage(two).begin(new Start.State(state, 0))) {
            double before = energy(table);
            for (int t = 0; t < 6; t++) {
                table.step(0);
                assertThat(table.value("cue:vx") + table.value("ball1:vx")).isCloseTo(2, within(1e-3));
                assertThat(table.value("cue:vy") + table.value("ball1:vy")).isCloseTo(0.5, within(1e-3));
            }
            assertThat(table.value("cue:vx")).as("they met").isLessThan(1);
            assertThat(energy(table)).isLessThan(before).isGreaterThan(before * 0.9);
        }
    }

    @Test
    void jointsStayNearTheirLimitsHoweverTheMotorsPull() {
        try (Stage urchin = new Stage(URCHIN).begin(new Start.Seed(4))) {
            double widest = 0;
            for (int t = 0; t < 100; t++) {
                urchin.step(t / 20 % 2 == 0 ? 1 : -1);
                if (t % 20 == 19) {
                    for (String leg : List.of("aleg", "bleg", "cleg")) {
                        widest = Math.max(widest, Math.abs(joint(urchin, leg)));
                    }
                }
            }
            assertThat(widest).isBetween(0.9, 1.1);
        }
    }

    @Test
    void aBoxComesToRestOnTheFloorAndDoesNotSinkIn() {
        WorldDefinition dropbox = Worlds.named("dropbox").in("boxlcd");
        try (Stage box = new Stage(dropbox).begin(pose(2.5, 3, 0.3))) {
            for (int t = 0; t < 60; t++) {
                box.step(0);
            }
            assertThat(Math.abs(box.value("object0:vy"))).isLessThan(1e-6);
            assertThat(box.value("object0:y:p")).isCloseTo(0.7, within(0.02));
            assertThat(box.touches("object0", "wall:floor")).isTrue();
            assertThat(box.touches("object0", "wall:left")).isFalse();
        }
    }

    /** Left and right are alike: the mirror image of a start with the mirror image of the actions stays a mirror image. */
    @Test
    void aMirroredStartMovesAsTheMirrorImage() {
        try (Stage left = new Stage(BOUNCE).begin(state(1.2, 3, 0.4, 1.5, 1, 2));
                Stage right = new Stage(BOUNCE).begin(state(3.8, 3, -0.4, -1.5, 1, -2))) {
            for (int t = 0; t < 40; t++) {
                left.step(0);
                right.step(0);
                assertThat(right.value("object0:x:p")).isCloseTo(5 - left.value("object0:x:p"), within(1e-3));
                assertThat(right.value("object0:y:p")).isCloseTo(left.value("object0:y:p"), within(1e-3));
                assertThat(right.value("object0:spin")).isCloseTo(-left.value("object0:spin"), within(1e-2));
            }
        }
    }

    /** A rod on a pin at its end: T = 2π √(I / m g l), with I about the pin, for small swings. */
    @Test
    void aPendulumSwingsInItsPeriod() {
        WorldDefinition pendulum = Worlds.parse(Worlds.text("pendulumball")
                .replace("rate: 10", "rate: 100")
                .replace("substeps: 3", "substeps: 1")
                .replace("friction: 0.3, restitution: 0.5", "friction: 0, restitution: 0"));
        List<Double> pose = List.of(5 + 1.2 * Math.sin(0.1), 4 - 1.2 * Math.cos(0.1), 0.1, 9.0, 0.5, 0.0);
        double w = 0.15;
        double h = 1.2;
        double period = 2 * Math.PI * Math.sqrt(((w * w + h * h) / 3 + h * h) / (9.81 * h));
        try (Stage stage = new Stage(pendulum).begin(new Start.Pose(pose, 0))) {
            List<Integer> crossings = new ArrayList<>();
            double before = 0.1;
            for (int t = 1; t <= 1200; t++) {
                stage.step(0);
                double angle = stage.angle("pendulum");
                if (before > 0 && angle <= 0) {
                    crossings.add(t);
                }
                before = angle;
            }
            double measured = (crossings.get(crossings.size() - 1) - crossings.get(0)) / 100.0 / (crossings.size() - 1);
            assertThat(measured).isCloseTo(period, within(0.01 * period));
        }
    }

    private static double joint(Stage urchin, String leg) {
        double spawned = leg.equals("aleg") ? 0 : leg.equals("bleg") ? 2 : 4.2;
        return Math.IEEEremainder(urchin.angle("urchin0:" + leg) - urchin.angle("urchin0:root") - spawned, 2 * Math.PI);
    }

    private static WorldDefinition undamped() {
        String text = Worlds.text("billiard")
                .replace("linear: 0.15, angular: 0.15", "linear: 0, angular: 0")
                .replace("friction: 0.1", "friction: 0");
        int third = text.indexOf("  - name: ball2");
        return Worlds.parse(text.substring(0, third));
    }

    private static double energy(Stage table) {
        double sum = 0;
        for (String ball : List.of("cue", "ball1")) {
            sum += Math.pow(table.value(ball + ":vx"), 2) + Math.pow(table.value(ball + ":vy"), 2);
        }
        return sum;
    }

    private static Start pose(double... numbers) {
        return new Start.Pose(Arrays.stream(numbers).boxed().toList(), 0);
    }

    private static Start state(double... numbers) {
        return new Start.State(Arrays.stream(numbers).boxed().toList(), 0);
    }
}
