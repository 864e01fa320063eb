package io.cradle.rollout.box2d;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Clipped;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.world.Screen;
import io.cradle.rollout.world.Truth;
import io.cradle.rollout.world.WorldDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * N simulated worlds, stepped one after the other. Shows the frame {@code lcd}, the robots' own state
 * {@code proprio [P]}, the state of all bodies {@code full_state [S]}, and those {@link Truth}s that it is asked for;
 * takes the speed of each motor as a share of its greatest, sorted by name. A world without motors takes one number and
 * ignores it; without robots its proprio is a single 0.
 *
 * <p>Not thread-safe beyond its own instance, see the package: open it through {@link io.cradle.rollout.PhysicsWorld}.
 */
public final class PhysicsEnvironment implements Environment {
    /** One a copy of this class, as the engine's own statics are: whoever leases the copy is alone with it. */
    private static final Engine ENGINE = new Engine();

    private final WorldDefinition world;
    private final int worlds;
    private final TensorSpec frame;
    private final Readout proprio;
    private final Readout state;
    private final List<Truth> truths;
    private final List<TensorSpec> observations = new ArrayList<>();
    private final TensorSpec action;
    private final Painter painter;
    private List<Track> tracks = List.of();
    private long clipped;

    /**
     * N worlds that have not begun.
     *
     * @param truths what is shown besides, in this order
     */
    public PhysicsEnvironment(WorldDefinition world, List<Truth> truths, int worlds) {
        if (worlds < 1) {
            throw new IllegalArgumentException("Cannot open %d worlds: at least 1 is needed".formatted(worlds));
        }
        this.world = world;
        this.worlds = worlds;
        this.frame = frame(world);
        this.proprio = Readout.of(world, Layout.PROPRIO, Readout.Bodies.ROBOTS);
        this.state = Readout.of(world, Layout.STATE, Readout.Bodies.ALL);
        this.truths = List.copyOf(truths);
        observations.addAll(List.of(frame, proprio.spec(), state.spec()));
        truths.forEach(truth -> observations.add(Truths.spec(truth, world)));
        this.action = actionOf(world);
        this.painter = new Painter(world);
    }

    @Override
    public int worlds() {
        return worlds;
    }

    @Override
    public List<TensorSpec> observations() {
        return List.copyOf(observations);
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
        tracks = starts.stream().map(start -> Track.begin(world, start, ENGINE)).toList();
        return observe();
    }

    @Override
    public List<Tensor> step(Tensor actions) {
        requireBegun();
        requireValid(actions);
        Clipped acted = Clipped.of(actions);
        clipped += acted.count();
        for (int i = 0; i < worlds; i++) {
            tracks.get(i).step(worlds == 1 ? acted.actions() : acted.actions().slice(i, i + 1));
        }
        return observe();
    }

    @Override
    public long clipped() {
        return clipped;
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
        List<Tensor> observed = new ArrayList<>(observations.size());
        byte[] frames = new byte[worlds * frame.bytes()];
        for (int i = 0; i < worlds; i++) {
            painter.paint(scene(i), frames, i * frame.bytes());
        }
        observed.add(Tensor.ofBytes(frame, frames));
        observed.add(read(proprio));
        observed.add(read(state));
        for (int i = 0; i < truths.size(); i++) {
            observed.add(read(truths.get(i), observations.get(3 + i)));
        }
        return observed;
    }

    private Scene scene(int index) {
        return tracks.get(index).scene();
    }

    private Tensor read(Readout readout) {
        int elements = readout.spec().elements();
        float[] values = new float[worlds * elements];
        for (int i = 0; i < worlds; i++) {
            readout.read(scene(i), values, i * elements);
        }
        return Tensor.ofFloats(readout.spec(), values);
    }

    private Tensor read(Truth truth, TensorSpec spec) {
        if (truth == Truth.VELOCITY) {
            float[] values = new float[worlds * spec.elements()];
            for (int i = 0; i < worlds; i++) {
                Truths.velocities(scene(i), values, i * spec.elements());
            }
            return Tensor.ofFloats(spec, values);
        }
        byte[] bytes = new byte[worlds * spec.bytes()];
        for (int i = 0; i < worlds; i++) {
            write(truth, spec, scene(i), bytes, i * spec.bytes());
        }
        return Tensor.ofBytes(spec, bytes);
    }

    private void write(Truth truth, TensorSpec spec, Scene scene, byte[] target, int offset) {
        if (truth == Truth.CONTACTS) {
            Truths.contacts(scene, spec.shape().get(1), target, offset);
        } else {
            painter.mask(scene, target, offset);
        }
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
    }

    private static TensorSpec frame(WorldDefinition world) {
        Screen lcd = world.lcd();
        double rate = world.clock().rate();
        if (lcd.pixels() == Screen.Pixels.BINARY) {
            return TensorSpec.frame(Layout.FRAME, lcd.height(), lcd.width(), rate);
        }
        List<Integer> shape = lcd.pixels() == Screen.Pixels.GRAY
                ? List.of(lcd.height(), lcd.width())
                : List.of(3, lcd.height(), lcd.width());
        return new TensorSpec(Layout.FRAME, Encoding.U8, shape, List.of(), Scaling.NONE, 0, 255, rate);
    }

    private static TensorSpec actionOf(WorldDefinition world) {
        List<Channel> channels = Drive.of(world).stream().map(Drive::channel).toList();
        return TensorSpec.vector(
                Layout.ACTION,
                channels.isEmpty() ? List.of(Channel.NOTHING) : channels,
                Scaling.SIGNED_UNIT,
                -1,
                1,
                world.clock().rate());
    }
}
