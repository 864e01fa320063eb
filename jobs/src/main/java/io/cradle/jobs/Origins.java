package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Ordered;
import io.cradle.dataset.table.Commit;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.CradleConfig;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.RolloutPlan;
import io.cradle.rollout.RolloutTask;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a table's episodes are functions of, found again by its lineage. Travels to where they are made anew.
 *
 * @param plans by digest of the world and identity of the policy
 */
record Origins(Map<String, RolloutPlan> plans) implements Serializable {
    private static final Set<String> SIMULATING = Set.of("cradle generate", BuildJob.COMMAND);

    Origins {
        plans = Ordered.copyOf(plans);
    }

    /**
     * The worlds and policies of a table's builds, as the configuration that each build kept names them today.
     *
     * @throws IllegalArgumentException if a world or policy isn't there any more
     */
    static Origins of(EpisodeTable table, Configuration configuration, WorldFiles worlds) {
        Map<String, RolloutPlan> plans = new HashMap<>();
        for (String yaml : configurations(table)) {
            CradleConfig built = configuration
                    .under("lineage of table '%s'".formatted(table.path()), yaml)
                    .values();
            RolloutPlan plan = Worlds.plan(built.rollout(), worlds, built.dream());
            plans.put(key(Digests.sha256(plan.world().identity()), plan.policy().identity()), plan);
        }
        return new Origins(plans);
    }

    /** Whether a commit is one of simulated episodes: its configuration's section {@code rollout} says which. */
    static boolean simulated(Lineage lineage) {
        return SIMULATING.contains(lineage.command()) && lineage.parents().isEmpty();
    }

    /** Whether a build of the table simulated anything, as far as its lineage says. */
    static boolean areKnown(EpisodeTable table) {
        return !configurations(table).isEmpty();
    }

    private static List<String> configurations(EpisodeTable table) {
        return table.history().stream()
                .map(Commit::lineage)
                .filter(Origins::simulated)
                .map(Lineage::configuration)
                .distinct()
                .toList();
    }

    /** The task that made an episode, or nothing if none of these worlds and policies did. */
    Optional<RolloutTask> task(Episode episode) {
        Provenance from = episode.provenance();
        return Optional.ofNullable(plans.get(key(from.worldDigest(), from.policy())))
                .map(plan -> new RolloutTask(plan.world(), plan.policy(), from.seed(), episode.steps(), plan.source()));
    }

    private static String key(String worldDigest, String policy) {
        return worldDigest + " " + policy;
    }
}
