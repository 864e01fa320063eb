package io.cradle.rollout.fidelity;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.world.BodyDefinition;
import io.cradle.rollout.world.Truth;
import io.cradle.rollout.world.WorldDefinition;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One world of ours, looked at in physical numbers. */
final class Simulation implements AutoCloseable {
    private final WorldDefinition world;
    private final Environment environment;
    private final List<Mass> masses;
    private List<Tensor> seen = List.of();

    Simulation(WorldDefinition world) {
        this.world = world;
        this.environment = new PhysicsWorld(world, List.of(Truth.VELOCITY, Truth.CONTACTS)).open(1);
        this.masses = masses(world);
    }

    private static List<Mass> masses(WorldDefinition world) {
        Stream<BodyDefinition> parts = world.robots().stream().flatMap(robot -> robot.parts().stream());
        return Stream.concat(
                        parts.map(part -> Mass.of(part.shape(), part.material())),
                        world.objects().stream()
                                .map(object -> Mass.of(object.shapes().get(0), object.material())))
                .toList();
    }

    void reset(Start start) {
        seen = environment.reset(List.of(start));
    }

    /** Does what the reference did at a step. */
    void step(Reference reference, int rollout, int t) {
        float[] action = new float[environment.action().elements()];
        for (int i = 0; i < reference.motors(); i++) {
            action[i] = reference.action(rollout, t, i);
        }
        seen = environment.step(Tensor.ofFloats(environment.action(), action));
    }

    /** How many motors there are; a world without any takes an action that does nothing. */
    int motors() {
        return (int) world.robots().stream()
                .flatMap(robot -> robot.limbs().stream())
                .filter(limb -> limb.joint().driven())
                .count();
    }

    Mass mass(int body) {
        return masses.get(body);
    }

    boolean[] ink() {
        Tensor frame = tensor(Layout.FRAME);
        boolean[] ink = new boolean[frame.spec().elements()];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = frame.bit(0, i);
        }
        return ink;
    }

    double x(int body) {
        return physical(body, ":x:p");
    }

    double y(int body) {
        return physical(body, ":y:p");
    }

    double angle(int body) {
        return Math.atan2(physical(body, ":sin"), physical(body, ":cos"));
    }

    /** Of all bodies together, in J. */
    double energy() {
        return IntStream.range(0, masses.size())
                .mapToDouble(body -> mass(body).energy(velocity(body, 0), velocity(body, 1), velocity(body, 2)))
                .sum();
    }

    /** Number {@code number} of vx, vy and spin. */
    float velocity(int body, int number) {
        return tensor(Layout.VELOCITY).value(0, 3 * body + number);
    }

    /** Pairs that touch: of two bodies once, of a body with what stands. */
    int contacts() {
        Tensor touching = tensor(Layout.CONTACTS);
        int columns = touching.spec().shape().get(1);
        return (int) IntStream.range(0, touching.spec().elements())
                .filter(i -> i % columns > i / columns && touching.bit(0, i))
                .count();
    }

    private Tensor tensor(String name) {
        List<TensorSpec> observations = environment.observations();
        return IntStream.range(0, seen.size())
                .filter(i -> observations.get(i).name().equals(name))
                .mapToObj(seen::get)
                .findFirst()
                .orElseThrow();
    }

    private double physical(int body, String quantity) {
        Tensor state = tensor(Layout.STATE);
        String name = world.bodies().get(body) + quantity;
        List<Channel> channels = state.spec().channels();
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).name().equals(name)) {
                Channel channel = channels.get(i);
                return channel.low() + (state.value(0, i) + 1) / 2 * (channel.high() - channel.low());
            }
        }
        throw new IllegalStateException("Cannot find channel '%s' of world '%s'".formatted(name, world.name()));
    }

    @Override
    public void close() {
        environment.close();
    }
}
