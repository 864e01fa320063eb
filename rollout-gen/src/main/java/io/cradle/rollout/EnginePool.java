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
    private final Deque<Copy> idle = new ArrayDeque<>();
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
        Copy copy = lend();
        try {
            Copy filled = copy.fits(world, worlds)
                    ? copy
                    : new Copy(copy.engine(), world, worlds, create(copy.engine(), world, worlds));
            return new LeasedEnvironment(filled.environment(), () -> giveBack(filled));
        } catch (RuntimeException | Error failed) {
            giveBack(Copy.of(copy.engine()));
            throw failed;
        }
    }

    /**
     * A copy of the engine, with the environment that it was last used for: rollouts open the same one thousands of times.
     *
     * @param environment closed; null for none
     */
    private record Copy(EngineLoader engine, PhysicsWorld world, int worlds, Environment environment) {
        static Copy of(EngineLoader engine) {
            return new Copy(engine, null, 0, null);
        }

        @SuppressWarnings("ReferenceEquality") // comparing whole worlds would take as long as making the environment
        boolean fits(PhysicsWorld asked, int count) {
            return world == asked && worlds == count;
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

    private synchronized Copy lend() {
        if (!idle.isEmpty()) {
            return idle.pop();
        }
        if (copies == most) {
            throw new IllegalStateException(
                    "Cannot open another physics environment: %d are open; close those that are done".formatted(most));
        }
        copies++;
        return Copy.of(new EngineLoader(EnginePool.class.getClassLoader()));
    }

    private synchronized void giveBack(Copy copy) {
        idle.push(copy);
    }
}
