package io.cradle.rollout.box2d;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.world.LimbDefinition;
import io.cradle.rollout.world.RobotDefinition;
import io.cradle.rollout.world.WorldDefinition;
import java.util.List;
import java.util.stream.Stream;

/**
 * N simulated worlds, stepped one after the other. Shows the frame {@code lcd [H, W]}, the robots' own state
 * {@code proprio [P]} and the state of all bodies {@code full_state [S]}; takes the speed of each motor as a share of its
 * greatest, sorted by name. A world without motors takes one number and ignores it; without robots its proprio is a
 * single 0.
 *
 * <p>Not thread-safe beyond its own instance, see the package: open it through {@link io.cradle.rollout.PhysicsWorld}.
 */
public final class PhysicsEnvironment implements Environment {
    private final WorldDefinition world;
    private final int worlds;
    private final TensorSpec frame;
    private final Readout proprio;
    private final Readout state;
    private final TensorSpec action;
    private final Painter painter;
    private List<Track> tracks = List.of();

    /** N worlds that have not begun. */
    public PhysicsEnvironment(WorldDefinition world, int worlds) {
        if (worlds < 1) {
            throw new IllegalArgumentException("Cannot open %d worlds: at least 1 is needed".formatted(worlds));
        }
        this.world = world;
        this.worlds = worlds;
        this.frame = TensorSpec.frame(
                Layout.FRAME,
                world.lcd().height(),
                world.lcd().width(),
                world.clock().rate());
        this.proprio = Readout.of(world, Layout.PROPRIO, Readout.Bodies.ROBOTS);
        this.state = Readout.of(world, Layout.STATE, Readout.Bodies.ALL);
        this.action = actionOf(world);
        this.painter = new Painter(world);
    }

    @Override
    public int worlds() {
        return worlds;
    }

    @Override
    public List<TensorSpec> observations() {
        return List.of(frame, proprio.spec(), state.spec());
    }

    @Override
    public TensorSpec action() {
        return action;
    }

    @Override
    public List<Tensor> reset(List<Start> starts) {
        if (starts.size() != worlds) {
            throw new IllegalArgumentException(
                    "Cannot reset %d worlds: %d starts were given".formatted(worlds, starts.size()));
        }
        tracks = starts.stream().map(start -> Track.begin(world, start)).toList();
        return observe();
    }

    @Override
    public List<Tensor> step(Tensor actions) {
        requireBegun();
        requireValid(actions);
        for (int i = 0; i < worlds; i++) {
            tracks.get(i).step(worlds == 1 ? actions : actions.slice(i, i + 1));
        }
        return observe();
    }

    @Override
    public List<Snapshot> snapshot() {
        requireBegun();
        return tracks.stream().map(Track::snapshot).toList();
    }

    @Override
    public void close() {
        tracks = List.of();
    }

    private List<Tensor> observe() {
        byte[] frames = new byte[worlds * frame.bytes()];
        for (int i = 0; i < worlds; i++) {
            painter.paint(tracks.get(i).bodies(), frames, i * frame.bytes());
        }
        return List.of(Tensor.ofBytes(frame, frames), read(proprio), read(state));
    }

    private Tensor read(Readout readout) {
        int elements = readout.spec().elements();
        float[] values = new float[worlds * elements];
        for (int i = 0; i < worlds; i++) {
            readout.read(tracks.get(i).bodies(), values, i * elements);
        }
        return Tensor.ofFloats(readout.spec(), values);
    }

    private void requireBegun() {
        if (tracks.isEmpty()) {
            throw new IllegalStateException(
                    "Cannot use world '%s': it has not begun; reset it first".formatted(world.name()));
        }
    }

    private void requireValid(Tensor actions) {
        if (!actions.spec().shape().equals(action.shape()) || actions.rows() != worlds) {
            throw new IllegalArgumentException("Cannot step %d worlds '%s' with %s of shape %s: actions are %s each"
                    .formatted(worlds, world.name(), actions, actions.spec().shape(), action.shape()));
        }
        for (int i = 0; i < worlds * action.elements(); i++) {
            float value = actions.value(i / action.elements(), i % action.elements());
            if (!(Math.abs(value) <= 1)) {
                throw new IllegalArgumentException(
                        "Cannot step world '%s' with action %s: must be from -1 to 1".formatted(world.name(), value));
            }
        }
    }

    private static TensorSpec actionOf(WorldDefinition world) {
        List<Channel> channels = world.robots().stream()
                .flatMap(PhysicsEnvironment::motors)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
        return TensorSpec.vector(
                Layout.ACTION,
                channels.isEmpty() ? List.of(new Channel("nothing", "1", -1, 1)) : channels,
                Scaling.SIGNED_UNIT,
                -1,
                1,
                world.clock().rate());
    }

    private static Stream<Channel> motors(RobotDefinition robot) {
        return robot.limbs().stream().filter(limb -> limb.joint().driven()).map(limb -> motor(robot, limb));
    }

    private static Channel motor(RobotDefinition robot, LimbDefinition limb) {
        double speed = limb.joint().speed();
        return new Channel(robot.name() + ":" + limb.body().name() + ":speed", "rad/s", -speed, speed);
    }
}
