package io.cradle.rollout.box2d;

import static io.cradle.rollout.world.Worlds.BOUNCE;
import static io.cradle.rollout.world.Worlds.URCHIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.world.StartPose;
import io.cradle.rollout.world.WorldDefinition;
import io.cradle.rollout.world.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jbox2d.dynamics.Body;
import org.junit.jupiter.api.Test;

class PhysicsEnvironmentTest {
    @Test
    void bodiesWeighWhatTheyDoInBoxLcd() {
        List<Body> urchin = bodies(
                SceneBuilder.build(new Engine(), URCHIN, StartPose.draw(URCHIN, 0, StartPose.Placement.ANYWHERE)));
        assertThat(urchin.stream().map(Body::getMass).toList().subList(1, 4))
                .allSatisfy(mass -> assertThat(mass).isCloseTo(0.35556f, within(1e-5f)));
        assertThat(urchin.get(0).getMass()).isCloseTo(0.14298f, within(1e-5f));
    }

    @Test
    void channelsAreSortedByName() {
        try (Environment urchin = new PhysicsEnvironment(URCHIN, List.of(), 1)) {
            assertThat(urchin.observations())
                    .extracting(TensorSpec::name)
                    .containsExactly("lcd", "proprio", "full_state");
            assertThat(urchin.observations().get(0).encoding()).isEqualTo(Encoding.BITS);
            assertThat(urchin.observations().get(0).shape()).containsExactly(16, 32);
            assertThat(urchin.observations().get(2).channels())
                    .hasSize(16)
                    .extracting(Channel::name)
                    .isSorted()
                    .startsWith("urchin0:aleg:cos", "urchin0:aleg:sin", "urchin0:aleg:x:p", "urchin0:aleg:y:p")
                    .endsWith("urchin0:root:y:p");
            assertThat(urchin.observations().get(1).channels())
                    .isEqualTo(urchin.observations().get(2).channels());
            assertThat(urchin.action().channels())
                    .extracting(Channel::name)
                    .containsExactly("urchin0:aleg:speed", "urchin0:bleg:speed", "urchin0:cleg:speed");
        }
    }

    @Test
    void aWorldWithoutRobotFeelsAndDoesNothing() {
        try (Environment bounce = new PhysicsEnvironment(BOUNCE, List.of(), 1)) {
            assertThat(bounce.observations().get(0).shape()).containsExactly(16, 16);
            assertThat(bounce.reset(List.of(new Start.Seed(3))).get(1).floats(0))
                    .containsExactly(0);
            assertThat(bounce.action().elements()).isEqualTo(1);
        }
    }

    @Test
    void stateIsMappedToTheArena() {
        try (Environment bounce = new PhysicsEnvironment(BOUNCE, List.of(), 1)) {
            Tensor state = bounce.reset(List.of(pose(1.25, 5, Math.PI / 2))).get(2);
            assertThat(state.floats(0)).containsExactly(new float[] {0, 1, -0.5f, 1}, within(1e-6f));
        }
    }

    /** Semi-implicit Euler with a step of 1/30 s: after n steps it fell g n (n + 1) / 2 / 30². */
    @Test
    void aBallFallsFreely() {
        List<Double> heights = heights(2.5, 4.4, 6);
        for (int t = 0; t < 6; t++) {
            int n = 3 * (t + 1);
            assertThat(heights.get(t)).isCloseTo(4.4 - 9.81 * n * (n + 1) / 2 / 900, within(2e-5));
        }
    }

    @Test
    void aBallReboundsToTheSquareOfItsRestitution() {
        List<Double> heights = heights(2.5, 4.0, 25);
        int impact = heights.indexOf(heights.stream().min(Double::compare).orElseThrow());
        double rebound =
                heights.subList(impact, 25).stream().max(Double::compare).orElseThrow();
        assertThat((rebound - 0.5) / (4.0 - 0.5)).isCloseTo(0.64, within(0.04));
    }

    @Test
    void aPolygonComesToRestOnAnEndlessFloor() {
        WorldDefinition prism = Worlds.parse(Worlds.bounce()
                .replace("kind: BOX", "kind: FLOOR")
                .replace("{form: CIRCLE, size: [0.5]}", "{form: POLYGON, size: [-0.5, 0, 0.5, 0, 0, 0.8]}")
                .replace("restitution: 0.8", "restitution: 0"));
        try (Environment environment = new PhysicsEnvironment(prism, List.of(), 1)) {
            environment.reset(List.of(pose(30, 1, 0)));
            float[] state = new float[0];
            for (int t = 0; t < 30; t++) {
                state = environment.step(zero(environment)).get(2).floats(0);
            }
            assertThat(state[0]).isCloseTo(1, within(1e-3f));
            assertThat((state[3] + 1) / 2 * prism.height()).isCloseTo(0, within(0.03));
        }
    }

    @Test
    void legsStayNearTheirSpawnAnglesUnderZeroAction() {
        try (Environment urchin = new PhysicsEnvironment(URCHIN, List.of(), 1)) {
            float[] start = urchin.reset(List.of(new Start.Seed(1))).get(1).floats(0);
            float[] next = urchin.step(zero(urchin)).get(1).floats(0);
            for (int leg = 0; leg < 3; leg++) {
                double before = Math.atan2(start[4 * leg + 1], start[4 * leg]);
                double after = Math.atan2(next[4 * leg + 1], next[4 * leg]);
                assertThat(Math.IEEEremainder(after - before, 2 * Math.PI)).isCloseTo(0, within(0.3));
            }
        }
    }

    @Test
    void limitsStayWhereTheyAreInAPoseFromTheMiddleOfAMotion() {
        try (Environment urchin = new PhysicsEnvironment(URCHIN, List.of(), 1)) {
            List<Double> pose = new ArrayList<>(List.of(5.0, 2.5, 0.0));
            for (double angle : new double[] {0.9, 2.0, 4.2}) {
                pose.addAll(List.of(5 + Math.sin(angle) * 2 / 3, 2.5 - Math.cos(angle) * 2 / 3, angle));
            }
            urchin.reset(List.of(new Start.Pose(pose, 0)));
            float[] state = new float[0];
            for (int t = 0; t < 5; t++) {
                Tensor raise = Tensor.ofFloats(urchin.action(), new float[] {1, 0, 0});
                state = urchin.step(raise).get(2).floats(0);
            }
            double leg = Math.atan2(state[1], state[0]);
            double root = Math.atan2(state[13], state[12]);
            assertThat(Math.IEEEremainder(leg - root, 2 * Math.PI)).isBetween(0.9, 1.3);
        }
    }

    @Test
    void aSnapshotContinuesBitForBitAsOftenAsOneLikes() {
        try (Environment urchin = new PhysicsEnvironment(URCHIN, List.of(), 1);
                Environment two = new PhysicsEnvironment(URCHIN, List.of(), 2)) {
            urchin.reset(List.of(new Start.Seed(5)));
            urchin.step(action(urchin, 0.7f));
            urchin.step(action(urchin, -0.4f));
            Start there = new Start.Restored(urchin.snapshot().get(0));
            List<Tensor> once = urchin.step(action(urchin, 0.9f));

            urchin.reset(List.of(there));
            assertThat(urchin.step(action(urchin, 0.9f))).isEqualTo(once);

            two.reset(List.of(there, there));
            List<Tensor> apart = two.step(Tensor.concat(List.of(action(urchin, -0.9f), action(urchin, 0.9f))));
            assertThat(apart.get(2).slice(1, 2)).isEqualTo(once.get(2));
            assertThat(apart.get(2).slice(0, 1)).isNotEqualTo(once.get(2));
        }
    }

    @Test
    void aRestoredWorldCanBeSnapshotAgain() {
        try (Environment urchin = new PhysicsEnvironment(URCHIN, List.of(), 1)) {
            urchin.reset(List.of(new Start.Seed(5)));
            urchin.step(action(urchin, 0.7f));
            urchin.reset(List.of(new Start.Restored(urchin.snapshot().get(0))));
            List<Tensor> now = urchin.step(action(urchin, 0.2f));
            assertThat(urchin.reset(List.of(new Start.Restored(urchin.snapshot().get(0)))))
                    .isEqualTo(now);
        }
    }

    @Test
    void worldsSideBySideDoNotTouchEachOther() {
        try (Environment alone = new PhysicsEnvironment(BOUNCE, List.of(), 1);
                Environment three = new PhysicsEnvironment(BOUNCE, List.of(), 3)) {
            alone.reset(List.of(new Start.Seed(2)));
            three.reset(List.of(new Start.Seed(1), new Start.Seed(2), new Start.Seed(3)));
            List<Tensor> one = alone.step(zero(alone));
            List<Tensor> all = three.step(Tensor.concat(List.of(zero(three), zero(three), zero(three))));
            for (int i = 0; i < one.size(); i++) {
                assertThat(all.get(i).slice(1, 2)).isEqualTo(one.get(i));
            }
        }
    }

    @Test
    void actionsOutsideTheirRangeAreClippedAndCounted() {
        try (Environment urchin = new PhysicsEnvironment(URCHIN, List.of(), 1);
                Environment other = new PhysicsEnvironment(URCHIN, List.of(), 1)) {
            urchin.reset(List.of(new Start.Seed(1)));
            other.reset(List.of(new Start.Seed(1)));
            assertThat(urchin.step(action(urchin, 1))).isEqualTo(other.step(action(other, 1.5f)));
            assertThat(urchin.step(action(urchin, -1))).isEqualTo(other.step(action(other, Float.NEGATIVE_INFINITY)));
            assertThat(urchin.clipped()).isZero();
            assertThat(other.clipped()).isEqualTo(6);
        }
    }

    @Test
    void badInputIsRefusedInOneLine() {
        try (Environment urchin = new PhysicsEnvironment(URCHIN, List.of(), 1);
                Environment bounce = new PhysicsEnvironment(BOUNCE, List.of(), 1)) {
            assertThatThrownBy(() -> urchin.step(zero(urchin)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("reset it first");
            List<Tensor> seen = urchin.reset(List.of(new Start.Seed(1)));
            bounce.reset(List.of(new Start.Seed(1)));
            refused(() -> urchin.reset(List.of()), "Cannot reset 1 worlds: 0 starts were given");
            refused(
                    () -> urchin.reset(List.of(new Start.Prompt(seen, zero(urchin), 0))),
                    "Cannot start world 'Urchin' from a prompt");
            refused(
                    () -> bounce.reset(
                            List.of(new Start.Restored(urchin.snapshot().get(0)))),
                    "Cannot restore a snapshot in world 'Bounce'");
            refused(() -> urchin.step(zero(bounce)), "actions are [3] each");
            refused(() -> urchin.step(action(urchin, Float.NaN)), "Cannot act with NaN (row 0, element 0)");
            refused(() -> new PhysicsEnvironment(BOUNCE, List.of(), 0), "Cannot open 0 worlds");
        }
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    private static List<Double> heights(double x, double y, int steps) {
        List<Double> heights = new ArrayList<>();
        try (Environment bounce = new PhysicsEnvironment(BOUNCE, List.of(), 1)) {
            bounce.reset(List.of(pose(x, y, 0)));
            for (int t = 0; t < steps; t++) {
                heights.add((bounce.step(zero(bounce)).get(2).value(0, 3) + 1) / 2 * BOUNCE.height());
            }
        }
        return heights;
    }

    private static Start pose(double x, double y, double angle) {
        return new Start.Pose(List.of(x, y, angle), 0);
    }

    private static Tensor zero(Environment environment) {
        return action(environment, 0);
    }

    private static Tensor action(Environment environment, float all) {
        float[] values = new float[environment.action().elements()];
        Arrays.fill(values, all);
        return Tensor.ofFloats(environment.action(), values);
    }

    private static List<Body> bodies(Scene scene) {
        return IntStream.range(0, scene.bodies()).mapToObj(scene::body).toList();
    }
}
