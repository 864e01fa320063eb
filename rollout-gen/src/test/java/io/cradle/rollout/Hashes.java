package io.cradle.rollout;

import io.cradle.dataset.episode.ContentHash;
import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.world.Worlds;

/** Prints the hash of an episode of each world that is named. */
public final class Hashes {
    private Hashes() {}

    /** Takes names of worlds. */
    public static void main(String[] worlds) {
        for (String world : worlds) {
            System.out.println(of(world));
        }
    }

    static String of(String name) {
        PhysicsWorld world = new PhysicsWorld(Worlds.named(name));
        RolloutConfig config = new RolloutConfig(name, 1, 2026, 1, "uniform");
        RolloutPlan plan = RolloutPlan.of(world, Policies.named("uniform"), config);
        return ContentHash.of(Rollout.run(plan.tasks(0, 1)).get(0).tensors());
    }
}
