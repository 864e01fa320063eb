package io.cradle.rollout.box2d;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.world.Truth;
import io.cradle.rollout.world.WorldDefinition;
import java.util.Arrays;
import java.util.List;

/** One world, looked at by name. */
final class Stage implements AutoCloseable {
    private final Environment environment;
    private final WorldDefinition world;
    private List<Tensor> seen;

    Stage(WorldDefinition world) {
        this.world = world;
        this.environment = new PhysicsEnvironment(world, List.of(Truth.values()), 1);
    }

    Stage begin(Start start) {
        seen = environment.reset(List.of(start));
        return this;
    }

    /** One step with all motors at the same share. */
    Stage step(double share) {
        float[] action = new float[environment.action().elements()];
        Arrays.fill(action, (float) share);
        return step(action);
    }

    Stage step(float... action) {
        seen = environment.step(Tensor.ofFloats(environment.action(), action));
        return this;
    }

    Environment environment() {
        return environment;
    }

    List<Tensor> seen() {
        return seen;
    }

    Tensor of(String tensor) {
        for (int i = 0; i < seen.size(); i++) {
            if (environment.observations().get(i).name().equals(tensor)) {
                return seen.get(i);
            }
        }
        throw new IllegalArgumentException(tensor);
    }

    /** A physical value of the state or the velocity, such as {@code object0:x:p} or {@code object0:vy}. */
    double value(String channel) {
        boolean moving = channel.matches(".*:(vx|vy|spin)");
        Tensor tensor = of(moving ? Layout.VELOCITY : Layout.STATE);
        TensorSpec spec = tensor.spec();
        for (int i = 0; i < spec.elements(); i++) {
            var each = spec.channels().get(i);
            if (each.name().equals(channel)) {
                return moving
                        ? tensor.value(0, i)
                        : each.low() + (tensor.value(0, i) + 1) / 2 * (each.high() - each.low());
            }
        }
        throw new IllegalArgumentException(channel);
    }

    double angle(String body) {
        return Math.atan2(value(body + ":sin"), value(body + ":cos"));
    }

    boolean touches(String body, String other) {
        Tensor contacts = of(Layout.CONTACTS);
        List<String> names = contacts.spec().channels().stream()
                .map(channel -> channel.name())
                .toList();
        return contacts.bit(0, names.indexOf(body + "~" + other));
    }

    int label(int row, int column) {
        return (int) of(Layout.MASK).value(0, row * world.lcd().width() + column);
    }

    @Override
    public void close() {
        environment.close();
    }
}
