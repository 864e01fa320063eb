package io.cradle.rollout;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.rollout.world.Truth;
import io.cradle.rollout.world.WorldDefinition;
import java.util.List;

/**
 * A simulated world. Every environment that is open has a copy of the physics engine to itself, so that threads of one
 * JVM can simulate side by side; copies are kept for the next environment when one is closed.
 *
 * @param definition what it is; travels with it, for executors have no files
 * @param truths what is recorded besides what it shows; no part of its identity, for it changes nothing that happens
 */
public record PhysicsWorld(WorldDefinition definition, List<Truth> truths) implements EnvironmentFactory {
    /** Engine and version of what is built on it, part of the identity; a change of any bit of an episode raises it. */
    private static final String ENGINE = "box2d 3, jbox2d 2.2.1.1, StrictMath";

    public PhysicsWorld {
        truths = truths.stream().distinct().sorted().toList();
    }

    /** A world of which no hidden truth is recorded. */
    public PhysicsWorld(WorldDefinition definition) {
        this(definition, List.of());
    }

    @Override
    public String world() {
        return definition.name();
    }

    @Override
    public String identity() {
        return ENGINE + "\n" + definition;
    }

    @Override
    public int steps() {
        return definition.steps();
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public Environment open(int worlds) {
        return EnginePool.SHARED.open(this, worlds);
    }
}
