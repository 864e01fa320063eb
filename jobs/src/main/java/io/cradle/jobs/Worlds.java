package io.cradle.jobs;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.world.Solver;
import io.cradle.rollout.world.WorldDefinition;
import io.cradle.training.simulator.DreamFactory;
import io.cradle.training.simulator.Sampling;
import java.nio.file.Path;
import java.util.List;

/** From the name of a world to the thing that opens it. */
public final class Worlds {
    private static final String LEARNED = "learned:";

    private Worlds() {}

    /**
     * The world that a configuration asks for.
     *
     * @param files where {@code config.world()} is found, unless it is {@code learned:<checkpoint>}
     * @param dream how a learned world draws
     */
    static EnvironmentFactory of(RolloutConfig config, WorldFiles files, Sampling dream) {
        if (config.world().startsWith(LEARNED)) {
            requirePlain(config);
            return DreamFactory.of(Path.of(config.world().substring(LEARNED.length())), dream);
        }
        WorldDefinition definition = files.load(config.world(), WorldDefinition.class);
        if (!definition.name().equalsIgnoreCase(config.world())) {
            throw new IllegalArgumentException(
                    "Invalid name '%s' in %s: its episodes would be taken for another world's; name it like its file"
                            .formatted(definition.name(), files.place(config.world())));
        }
        return new PhysicsWorld(definition.in(config.compat()).solvedBy(config.solver()), config.truth());
    }

    /** Which episodes a configuration asks for. */
    static RolloutPlan plan(RolloutConfig config, WorldFiles files, Sampling dream) {
        return RolloutPlan.of(of(config, files, dream), Policies.named(config.policy()), config);
    }

    /**
     * Begins one episode of a simulated world and chooses one action: what is wrong with a world's file or a policy's is
     * found before Spark starts. Of a learned world only the policy is looked at.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static void tried(RolloutConfig config, WorldFiles files) {
        if (config.world().startsWith(LEARNED)) {
            Policies.named(config.policy());
            return;
        }
        RolloutPlan plan = plan(config, files, Sampling.THRESHOLD);
        try (Environment environment = plan.world().open(1)) {
            List<Tensor> seen = environment.reset(List.of(new Start.Seed(config.seed())));
            plan.policy().actor(environment.action(), config.seed()).act(seen, 0);
        }
    }

    private static void requirePlain(RolloutConfig config) {
        if (!config.compat().isEmpty()
                || config.solver() != Solver.WORLD
                || !config.truth().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot open '%s' with compat '%s', solver %s and truth %s: a learned world has no physics; leave rollout.compat, rollout.solver and rollout.truth as they are by default"
                            .formatted(config.world(), config.compat(), config.solver(), config.truth()));
        }
    }
}
