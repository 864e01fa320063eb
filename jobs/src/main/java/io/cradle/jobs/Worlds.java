package io.cradle.jobs;

import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.world.WorldDefinition;
import io.cradle.training.simulator.DreamFactory;
import io.cradle.training.simulator.Sampling;
import java.nio.file.Path;

/** From the name of a world to the thing that opens it. */
final class Worlds {
    private static final String LEARNED = "learned:";

    private Worlds() {}

    /**
     * The world of this name.
     *
     * @param name of a file in {@code conf/worlds}, in any case, or {@code learned:<checkpoint>}
     */
    static EnvironmentFactory named(String name, WorldFiles files) {
        if (name.startsWith(LEARNED)) {
            return DreamFactory.of(Path.of(name.substring(LEARNED.length())), Sampling.THRESHOLD);
        }
        return new PhysicsWorld(files.load(name, WorldDefinition.class));
    }
}
