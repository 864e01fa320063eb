package io.cradle.rollout;

import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.Seeds;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which episodes there are to be, without end: a configuration says how many of them. Small, however many they are, so
 * that it travels and tasks are made where they are run.
 *
 * @param world where they happen
 * @param policy who acts
 * @param seed parent of all seeds
 * @param source {@code rollout} of a simulated world, {@code dream} of a learned one
 */
public record RolloutPlan(EnvironmentFactory world, Policy policy, long seed, String source) implements Serializable {
    private static final String LEARNED = "learned:";

    /** The plan of a configuration. */
    public static RolloutPlan of(EnvironmentFactory world, Policy policy, RolloutConfig config) {
        return new RolloutPlan(world, policy, config.seed(), config.world().startsWith(LEARNED) ? "dream" : "rollout");
    }

    /** Task number {@code index}, from 0; its seed follows from its number, never from the partition it lands in. */
    public RolloutTask task(int index) {
        return new RolloutTask(world, policy, Seeds.child(seed, index), world.steps(), source);
    }

    /** The tasks from number {@code first} on to before {@code end}. */
    public List<RolloutTask> tasks(int first, int end) {
        return IntStream.range(first, end).mapToObj(this::task).toList();
    }
}
