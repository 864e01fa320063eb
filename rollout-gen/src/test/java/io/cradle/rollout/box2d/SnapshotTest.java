package io.cradle.rollout.box2d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.world.Truth;
import io.cradle.rollout.world.Worlds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    /** Twelve places of an episode, three copies each, in other engines than the original's; every bit of what follows. */
    @ParameterizedTest
    @ValueSource(strings = {"bounce", "urchin", "urchincube", "luxocube", "tower", "seesaw", "crabcube", "object3"})
    void aCopyGoesOnBitForBitHoweverOftenItIsRestored(String name) {
        PhysicsWorld world = new PhysicsWorld(Worlds.named(name).in(""), List.of(Truth.VELOCITY, Truth.CONTACTS));
        for (long seed = 0; seed < 4; seed++) {
            try (Environment original = world.open(1);
                    Environment copies = world.open(3)) {
                List<List<Tensor>> told = new ArrayList<>(List.of(original.reset(List.of(new Start.Seed(seed)))));
                List<Snapshot> snapshots = new ArrayList<>();
                for (int t = 0; t < 45; t++) {
                    snapshots.addAll(original.snapshot());
                    told.add(original.step(action(original, seed, t)));
                }
                for (int t = 1; t < 45; t += 15) {
                    goesOn(copies, snapshots.get(t), told, t, seed);
                }
            }
        }
    }

    private static void goesOn(Environment copies, Snapshot there, List<List<Tensor>> told, int from, long seed) {
        Start start = new Start.Restored(there);
        List<Tensor> seen = copies.reset(List.of(start, start, start));
        for (int t = from; ; t++) {
            for (int tensor = 0; tensor < seen.size(); tensor++) {
                for (int copy = 0; copy < 3; copy++) {
                    assertThat(seen.get(tensor).slice(copy, copy + 1))
                            .isEqualTo(told.get(t).get(tensor));
                }
            }
            if (t + 1 == told.size()) {
                return;
            }
            Tensor one = action(copies, seed, t);
            seen = copies.step(Tensor.concat(List.of(one, one, one)));
        }
    }

    @Test
    void theOriginalIsNotDisturbedByItsCopies() {
        PhysicsWorld world = new PhysicsWorld(Worlds.named("urchinballs").in(""));
        try (Environment alone = world.open(1);
                Environment watched = world.open(1);
                Environment copy = world.open(1)) {
            alone.reset(List.of(new Start.Seed(1)));
            watched.reset(List.of(new Start.Seed(1)));
            for (int t = 0; t < 60; t++) {
                copy.reset(List.of(new Start.Restored(watched.snapshot().get(0))));
                copy.step(action(copy, 99, t));
                assertThat(watched.step(action(watched, 1, t))).isEqualTo(alone.step(action(alone, 1, t)));
            }
        }
    }

    @Test
    void aSnapshotThatTravelledIsReplayedToTheSameBits() throws Exception {
        PhysicsWorld world = new PhysicsWorld(Worlds.named("ramp").in(""));
        try (Environment here = world.open(1);
                Environment there = world.open(1)) {
            here.reset(List.of(new Start.Seed(3)));
            for (int t = 0; t < 20; t++) {
                here.step(action(here, 3, t));
            }
            Snapshot travelled = travelled(here.snapshot().get(0));
            List<Tensor> now = there.reset(List.of(new Start.Restored(travelled)));
            assertThat(now)
                    .isEqualTo(here.reset(
                            List.of(new Start.Restored(here.snapshot().get(0)))));
            assertThat(there.step(action(there, 3, 20))).isEqualTo(here.step(action(here, 3, 20)));
        }
    }

    /** Positions and velocities are all there; impulses and contacts are not, so it parts from the original slowly. */
    @Test
    void aStateIsNearlyASnapshot() {
        try (Stage original = new Stage(Worlds.URCHIN).begin(new Start.Seed(1));
                Stage copy = new Stage(Worlds.URCHIN)) {
            for (int t = 0; t < 15; t++) {
                original.step(0.3);
            }
            copy.begin(state(original));
            assertThat(copy.value("urchin0:aleg:vx")).isCloseTo(original.value("urchin0:aleg:vx"), within(1e-6));
            original.step(-0.5);
            copy.step(-0.5);
            for (String body : Worlds.URCHIN.bodies()) {
                assertThat(copy.value(body + ":x:p")).isCloseTo(original.value(body + ":x:p"), within(0.05));
                assertThat(copy.value(body + ":y:p")).isCloseTo(original.value(body + ":y:p"), within(0.05));
            }
        }
    }

    private static Start state(Stage stage) {
        List<Double> state = new ArrayList<>();
        for (String body : Worlds.URCHIN.bodies()) {
            state.addAll(List.of(
                    stage.value(body + ":x:p"),
                    stage.value(body + ":y:p"),
                    stage.angle(body),
                    stage.value(body + ":vx"),
                    stage.value(body + ":vy"),
                    stage.value(body + ":spin")));
        }
        return new Start.State(state, 0);
    }

    private static Snapshot travelled(Snapshot snapshot) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(snapshot);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Snapshot) in.readObject();
        }
    }

    private static Tensor action(Environment environment, long seed, int t) {
        SplittableRandom random = new SplittableRandom(seed * 1000 + t);
        float[] action = new float[environment.action().elements()];
        for (int i = 0; i < action.length; i++) {
            action[i] = (float) (2 * random.nextDouble() - 1);
        }
        return Tensor.ofFloats(environment.action(), action);
    }
}
