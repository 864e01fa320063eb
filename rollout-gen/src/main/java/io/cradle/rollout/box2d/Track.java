package io.cradle.rollout.box2d;

import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.rollout.world.Replay;
import io.cradle.rollout.world.StartPose;
import io.cradle.rollout.world.WorldDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jbox2d.dynamics.Body;

/** One world and how it came to be where it is. */
final class Track {
    private final WorldDefinition world;
    private final Start start;
    private final Scene scene;
    private final List<Tensor> actions = new ArrayList<>();

    private Track(WorldDefinition world, Start start, StartPose pose) {
        this.world = world;
        this.start = start;
        this.scene = SceneBuilder.build(world, pose);
    }

    static Track begin(WorldDefinition world, Start start) {
        if (start instanceof Start.Seed seed) {
            return new Track(world, start, StartPose.draw(world, seed.seed()));
        }
        if (start instanceof Start.Pose pose) {
            return new Track(world, start, StartPose.at(world, pose));
        }
        if (start instanceof Start.Restored restored) {
            return replayed(world, restored.snapshot());
        }
        throw new IllegalArgumentException(
                "Cannot start world '%s' from a prompt: frames do not tell a physics engine where bodies are; give a seed, a pose or a snapshot"
                        .formatted(world.name()));
    }

    List<Body> bodies() {
        return scene.bodies();
    }

    /** Advances by one step; {@code action} is {@code [1, A]}. */
    void step(Tensor action) {
        actions.add(action);
        scene.step(action.floats(0));
    }

    Snapshot snapshot() {
        return new Replay(world, start, actions);
    }

    private static Track replayed(WorldDefinition world, Snapshot snapshot) {
        if (!(snapshot instanceof Replay replay) || !replay.world().equals(world)) {
            throw new IllegalArgumentException(
                    "Cannot restore a snapshot in world '%s': it was taken in another world".formatted(world.name()));
        }
        Track track = begin(world, replay.start());
        replay.actions().forEach(track::step);
        return track;
    }
}
