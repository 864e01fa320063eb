package io.cradle.rollout.box2d;

import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.rollout.world.Frozen;
import io.cradle.rollout.world.Replay;
import io.cradle.rollout.world.StartPose;
import io.cradle.rollout.world.WorldDefinition;
import java.util.ArrayList;
import java.util.List;

/** One world and how it came to be where it is. */
final class Track {
    private final WorldDefinition world;
    private final Start start;
    private final Engine engine;
    private final Scene scene;
    private final List<Tensor> actions;

    private Track(WorldDefinition world, Start start, Engine engine, Scene scene, List<Tensor> actions) {
        this.world = world;
        this.start = start;
        this.engine = engine;
        this.scene = scene;
        this.actions = new ArrayList<>(actions);
    }

    static Track begin(WorldDefinition world, Start start, Engine engine) {
        if (start instanceof Start.Seed seed) {
            WorldDefinition drawn = world.drawn(seed.seed());
            return begun(world, start, engine, drawn, StartPose.draw(drawn, seed.seed(), new Room(engine, drawn)));
        }
        if (start instanceof Start.Pose pose) {
            WorldDefinition drawn = world.drawn(pose.seed());
            return begun(world, start, engine, drawn, StartPose.at(drawn, pose));
        }
        if (start instanceof Start.State state) {
            WorldDefinition drawn = world.drawn(state.seed());
            return begun(world, start, engine, drawn, StartPose.at(drawn, state));
        }
        if (start instanceof Start.Restored restored) {
            return restored(world, restored.snapshot(), engine);
        }
        throw new IllegalArgumentException(
                "Cannot start world '%s' from a prompt: frames do not tell a physics engine where bodies are; give a seed, a pose, a state or a snapshot"
                        .formatted(world.name()));
    }

    private static Track begun(
            WorldDefinition world, Start start, Engine engine, WorldDefinition drawn, StartPose pose) {
        return new Track(world, start, engine, SceneBuilder.build(engine, drawn, pose), List.of());
    }

    Scene scene() {
        return scene;
    }

    /** Advances by one step; {@code action} is {@code [1, A]}. */
    void step(Tensor action) {
        actions.add(action);
        scene.step(action.floats(0));
    }

    Snapshot snapshot() {
        return new Replay(world, start, actions, scene.frozen(engine));
    }

    private static Track restored(WorldDefinition world, Snapshot snapshot, Engine engine) {
        if (!(snapshot instanceof Replay replay) || !replay.world().equals(world)) {
            throw new IllegalArgumentException(
                    "Cannot restore a snapshot in world '%s': it was taken in another world".formatted(world.name()));
        }
        return replay.frozen().map(frozen -> thawed(replay, frozen, engine)).orElseGet(() -> replayed(replay, engine));
    }

    private static Track thawed(Replay replay, Frozen frozen, Engine engine) {
        WorldDefinition drawn = replay.world().drawn(seedOf(replay.start()));
        Scene scene = Scene.thawed(drawn, engine, frozen);
        return new Track(replay.world(), replay.start(), engine, scene, replay.actions());
    }

    private static Track replayed(Replay replay, Engine engine) {
        Track track = begin(replay.world(), replay.start(), engine);
        replay.actions().forEach(track::step);
        return track;
    }

    /** What the world's ranges were drawn from. */
    private static long seedOf(Start start) {
        if (start instanceof Start.Seed seed) {
            return seed.seed();
        }
        return start instanceof Start.Pose pose ? pose.seed() : ((Start.State) start).seed();
    }
}
