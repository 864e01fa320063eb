package io.cradle.rollout.box2d;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.world.SceneryDefinition;
import io.cradle.rollout.world.Truth;
import io.cradle.rollout.world.WorldDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.contacts.Contact;

/** The tensors of what a world knows and doesn't show. */
final class Truths {
    /** Above the greatest speeds that the engine allows: 2 m, or π/2 rad, a substep. */
    private static final double FASTEST = 1e5;

    private Truths() {}

    static TensorSpec spec(Truth truth, WorldDefinition world) {
        double rate = world.clock().rate();
        return switch (truth) {
            case VELOCITY ->
                TensorSpec.vector(Layout.VELOCITY, velocities(world), Scaling.NONE, -FASTEST, FASTEST, rate);
            case CONTACTS -> contacts(world);
            case MASK ->
                new TensorSpec(
                        Layout.MASK,
                        Encoding.U8,
                        List.of(world.lcd().height(), world.lcd().width()),
                        List.of(),
                        Scaling.NONE,
                        0,
                        255,
                        rate);
        };
    }

    private static List<Channel> velocities(WorldDefinition world) {
        return world.bodies().stream()
                .flatMap(body -> Stream.of(
                        new Channel(body + ":vx", "m/s", -FASTEST, FASTEST),
                        new Channel(body + ":vy", "m/s", -FASTEST, FASTEST),
                        new Channel(body + ":spin", "rad/s", -FASTEST, FASTEST)))
                .toList();
    }

    private static TensorSpec contacts(WorldDefinition world) {
        List<String> columns = columns(world);
        List<Channel> channels = world.bodies().stream()
                .flatMap(body -> columns.stream().map(other -> new Channel(body + "~" + other, "1", 0, 1)))
                .toList();
        List<Integer> shape = List.of(world.bodies().size(), columns.size());
        return new TensorSpec(
                Layout.CONTACTS,
                Encoding.BITS,
                shape,
                channels,
                Scaling.NONE,
                0,
                1,
                world.clock().rate());
    }

    /** What a body can touch: bodies, scenery, walls. */
    private static List<String> columns(WorldDefinition world) {
        List<String> columns = new ArrayList<>(world.bodies());
        world.scenery().stream().map(SceneryDefinition::name).forEach(columns::add);
        columns.addAll(Barriers.walls(world));
        return columns;
    }

    /** Writes vx, vy and spin of each body from {@code offset} on. */
    static void velocities(Scene scene, float[] target, int offset) {
        for (int i = 0; i < scene.bodies(); i++) {
            Body body = scene.body(i);
            target[offset + 3 * i] = body.m_linearVelocity.x;
            target[offset + 3 * i + 1] = body.m_linearVelocity.y;
            target[offset + 3 * i + 2] = body.m_angularVelocity;
        }
    }

    /**
     * Sets the bits of all pairs that touch, of zeros from byte {@code offset} on.
     *
     * @param columns number of things that a body can touch
     */
    static void contacts(Scene scene, int columns, byte[] target, int offset) {
        for (Contact contact = scene.contacts(); contact != null; contact = contact.getNext()) {
            if (contact.isTouching()) {
                int a = (Integer) contact.getFixtureA().getBody().getUserData();
                int b = (Integer) contact.getFixtureB().getBody().getUserData();
                set(a, b, scene.bodies(), columns, target, offset);
                set(b, a, scene.bodies(), columns, target, offset);
            }
        }
    }

    private static void set(int row, int column, int rows, int columns, byte[] target, int offset) {
        if (row < rows) {
            int bit = row * columns + column;
            target[offset + bit / Byte.SIZE] |= (byte) (1 << bit % Byte.SIZE);
        }
    }
}
