package io.cradle.rollout.box2d;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.rollout.world.WorldDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rollouts that boxLCD itself made: starts, actions, states after each step, and frames (True is background). */
final class Reference {
    /** Share of the arena's width, or of π for angles, by which a body may be off. */
    private static final double TOLERANCE = 0.01;

    private static final Path ALL = Path.of("..", "..", "shared", "reference", "boxlcd");

    private final WorldDefinition world;
    private final Npz npz;
    private final int bodies;
    private final int steps;

    private Reference(WorldDefinition world, InputStream file) throws IOException {
        this.world = world;
        this.npz = Npz.read(file);
        this.bodies = world.bodies().size();
        this.steps = npz.get("state").shape().get(1);
    }

    /** Two rollouts, kept beside the tests. */
    static Reference committed(WorldDefinition world) {
        try (InputStream file = Reference.class.getResourceAsStream("/reference/%s.npz".formatted(world.name()))) {
            return new Reference(world, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All sixteen, where they are. */
    static Reference complete(WorldDefinition world) {
        Path path = ALL.resolve(world.name() + ".npz");
        assumeTrue(Files.exists(path), () -> "Skipped: there is no " + path);
        try (InputStream file = Files.newInputStream(path)) {
            return new Reference(world, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int rollouts() {
        return npz.get("state").shape().get(0);
    }

    int steps() {
        return steps;
    }

    /** For each rollout the steps until a body is off by more than 1 %; all of them if none ever is. */
    List<Integer> divergence() {
        return IntStream.range(0, rollouts()).map(this::divergence).boxed().toList();
    }

    private int divergence(int rollout) {
        try (Environment environment = new PhysicsEnvironment(world, List.of(), 1)) {
            environment.reset(List.of(start(rollout)));
            for (int t = 0; t < steps; t++) {
                List<Tensor> seen = environment.step(action(environment, rollout, t));
                if (off(seen.get(2), rollout, t)) {
                    return t;
                }
            }
            return steps;
        }
    }

    /** Pixels that differ in all frames drawn from the states of the reference. */
    long differingPixels() {
        long differing = 0;
        try (Environment environment = new PhysicsEnvironment(world, List.of(), 1)) {
            for (int frame = 0; frame < rollouts() * steps; frame++) {
                Tensor drawn =
                        environment.reset(List.of(pose("state", frame, 6))).get(0);
                differing += differingPixels(drawn, frame);
            }
        }
        return differing;
    }

    private long differingPixels(Tensor drawn, int frame) {
        int pixels = drawn.spec().elements();
        return IntStream.range(0, pixels)
                .filter(i -> drawn.bit(0, i) == npz.get("lcd").truth(frame * pixels + i))
                .count();
    }

    private Start start(int rollout) {
        return pose("initial_pose", rollout, 3);
    }

    private Start pose(String array, int index, int numbersPerBody) {
        List<Double> pose = new ArrayList<>();
        for (int i = 0; i < 3 * bodies; i++) {
            pose.add((double) npz.get(array).number((index * bodies + i / 3) * numbersPerBody + i % 3));
        }
        return new Start.Pose(pose, 0);
    }

    private Tensor action(Environment environment, int rollout, int t) {
        float[] action = new float[environment.action().elements()];
        int recorded = npz.get("action").shape().get(2);
        for (int i = 0; i < recorded; i++) {
            action[i] = npz.get("action").number((rollout * steps + t) * recorded + i);
        }
        return Tensor.ofFloats(environment.action(), action);
    }

    private boolean off(Tensor state, int rollout, int t) {
        return IntStream.range(0, bodies).anyMatch(body -> error(state, rollout, t, body) > TOLERANCE);
    }

    private double error(Tensor state, int rollout, int t, int body) {
        int at = ((rollout * steps + t) * bodies + body) * 6;
        Npz.Array truth = npz.get("state");
        double dx = physical(state, body, ":x:p") - truth.number(at);
        double dy = physical(state, body, ":y:p") - truth.number(at + 1);
        double angle = Math.atan2(physical(state, body, ":sin"), physical(state, body, ":cos"));
        double turned = Math.IEEEremainder(angle - truth.number(at + 2), 2 * Math.PI);
        return Math.max(Math.max(Math.abs(dx), Math.abs(dy)) / world.width(), Math.abs(turned) / Math.PI);
    }

    private double physical(Tensor state, int body, String quantity) {
        String name = world.bodies().get(body) + quantity;
        for (int i = 0; i < state.spec().elements(); i++) {
            var channel = state.spec().channels().get(i);
            if (channel.name().equals(name)) {
                return channel.low() + (state.value(0, i) + 1) / 2 * (channel.high() - channel.low());
            }
        }
        throw new IllegalArgumentException("No channel " + name);
    }
}
