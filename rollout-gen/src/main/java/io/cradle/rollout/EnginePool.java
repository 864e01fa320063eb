package io.cradle.rollout;

import io.cradle.dataset.spec.Environment;
import io.cradle.rollout.box2d.PhysicsEnvironment;
import io.cradle.rollout.world.WorldDefinition;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Copies of the physics engine: each is lent to one environment at a time, the last returned first, for it is warm. */
final class EnginePool {
    static final EnginePool SHARED =
            new EnginePool(Math.max(64, 4 * Runtime.getRuntime().availableProcessors()));

    private final int most;
    private final Deque<EngineLoader> idle = new ArrayDeque<>();
    private int copies;

    /**
     * An empty pool.
     *
     * @param most environments that can be open at once
     */
    EnginePool(int most) {
        this.most = most;
    }

    /**
     * Opens an environment on a copy of its own.
     *
     * @throws IllegalStateException if as many are open as there can be
     */
    Environment open(PhysicsWorld world, int worlds) {
        EngineLoader engine = lend();
        try {
            return new LeasedEnvironment(create(engine, world, worlds), () -> giveBack(engine));
        } catch (RuntimeException | Error failed) {
            giveBack(engine);
            throw failed;
        }
    }

    private static Environment create(EngineLoader engine, PhysicsWorld world, int worlds) {
        try {
            return (Environment) engine.loadClass(PhysicsEnvironment.class.getName())
                    .getConstructor(WorldDefinition.class, List.class, int.class)
                    .newInstance(world.definition(), world.truths(), worlds);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(
                    "Cannot open world '%s': %s".formatted(world.world(), thrown.getCause()), thrown.getCause());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(
                    "Cannot load the physics engine: %s; the class path lacks a part of rollout-gen or jbox2d"
                            .formatted(broken),
                    broken);
        }
    }

    private synchronized EngineLoader lend() {
        if (!idle.isEmpty()) {
            return idle.pop();
        }
        if (copies == most) {
            throw new IllegalStateException(
                    "Cannot open another physics environment: %d are open; close those that are done".formatted(most));
        }
        copies++;
        return new EngineLoader(EnginePool.class.getClassLoader());
    }

    private synchronized void giveBack(EngineLoader engine) {
        idle.push(engine);
    }
}
