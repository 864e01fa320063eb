package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.WriteMode;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import io.cradle.rollout.RolloutTask;
import io.cradle.rollout.policy.Policies;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.util.CollectionAccumulator;

/** Simulates rollouts of any environment, real or learned, and commits them. In: what to simulate. Out: a table. */
final class GenerateJob {
    private GenerateJob() {}

    /** How many episodes each executor made, by its id. */
    static SortedMap<String, Long> run(
            Session session,
            EnvironmentFactory world,
            RolloutConfig config,
            EpisodeTable table,
            WriteMode mode,
            Lineage lineage) {
        Policy policy = Policies.named(config.policy());
        int first = mode == WriteMode.APPEND && table.exists() ? Segments.episodes(table) : 0;
        List<RolloutTask> plan = RolloutPlan.of(world, policy, config, first);
        CollectionAccumulator<Share> shares = session.spark().sparkContext().collectionAccumulator("episodes");
        JavaRDD<Episode> episodes = session.context()
                .parallelize(plan, config.partitions())
                .mapPartitions(tasks -> Share.counted(Rollout.stream(tasks), shares));
        session.stage("Generate " + world.world(), () -> table.write(episodes, Rollout.layout(world), mode, lineage));
        return Share.byExecutor(shares.value());
    }
}
