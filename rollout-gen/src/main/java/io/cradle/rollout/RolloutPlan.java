package io.cradle.rollout;

import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.Seeds;
import java.util.List;
import java.util.stream.IntStream;

/** Which episodes a configuration asks for. */
public final class RolloutPlan {
    private static final String LEARNED = "learned:";

    private RolloutPlan() {}

    /**
     * The tasks in order; the seed of each follows from its index, never from the partition it lands in.
     *
     * @param firstIndex index of the first episode: 0, or how many there are when a table is continued
     */
    public static List<RolloutTask> of(EnvironmentFactory world, Policy policy, RolloutConfig config, int firstIndex) {
        String source = config.world().startsWith(LEARNED) ? "dream" : "rollout";
        return IntStream.range(firstIndex, Math.addExact(firstIndex, config.episodes()))
                .mapToObj(index ->
                        new RolloutTask(world, policy, Seeds.child(config.seed(), index), world.steps(), source))
                .toList();
    }
}
