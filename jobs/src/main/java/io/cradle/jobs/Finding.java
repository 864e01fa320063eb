package io.cradle.jobs;

import io.cradle.dataset.episode.Difference;
import io.cradle.dataset.episode.Episode;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutTask;
import java.io.Serializable;
import java.util.List;

/**
 * What came of making one episode anew.
 *
 * @param episode its id
 * @param problem what is wrong; empty if every bit is the same
 */
record Finding(String episode, String problem) implements Serializable {
    /** Makes an episode anew from its origin, and compares. */
    static Finding of(Episode stored, Origins origins) {
        return new Finding(
                stored.id(),
                origins.task(stored).map(task -> against(stored, task)).orElseGet(() -> stranger(stored)));
    }

    boolean sound() {
        return problem.isEmpty();
    }

    private static String against(Episode stored, RolloutTask task) {
        if (!task.id().equals(stored.id())) {
            return "its id is not that of its world, policy, seed, steps and generator ('%s'; this is '%s')"
                    .formatted(stored.provenance().generator(), Rollout.GENERATOR);
        }
        Episode made = Rollout.run(List.of(task)).get(0);
        if (!made.layout().equals(stored.layout())) {
            return "it has %s, its world gives %s".formatted(stored.tensors(), made.tensors());
        }
        return Difference.between(stored, made).map(Finding::differing).orElse("");
    }

    private static String differing(Difference difference) {
        return "tensor '%s' at step %d, element %d is %s, was simulated as %s"
                .formatted(
                        difference.tensor(),
                        difference.step(),
                        difference.element(),
                        difference.one(),
                        difference.other());
    }

    private static String stranger(Episode stored) {
        return "it is a %s of world '%s' with digest %s and policy '%s', which the table's lineage and the worlds' files of today don't give; the world's file or the program was changed since, or it was recorded"
                .formatted(
                        stored.provenance().source(),
                        stored.provenance().world(),
                        stored.provenance().worldDigest(),
                        stored.provenance().policy());
    }
}
