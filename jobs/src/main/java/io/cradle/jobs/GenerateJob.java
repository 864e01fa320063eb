package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.WriteMode;
import io.cradle.rollout.Clippings;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;

/**
 * Simulates rollouts of any environment, real or learned, and commits them part by part. In: what to simulate. Out: a
 * table, whose episodes are always the first ones of the plan.
 */
final class GenerateJob {
    private final Session session;
    private final RolloutPlan plan;
    private final RolloutConfig config;
    private final EpisodeTable table;
    private final WriteMode mode;
    private final List<CollectionAccumulator<Share>> shares = new ArrayList<>();

    GenerateJob(Session session, RolloutPlan plan, RolloutConfig config, EpisodeTable table, WriteMode mode) {
        this.session = session;
        this.plan = plan;
        this.config = config;
        this.table = table;
        this.mode = mode;
    }

    /** Makes and commits what is asked for; where it took more than one commit, packs their files. */
    Made run(Lineage lineage) {
        session.counted("Generate " + plan.world().world(), config.episodes(), () -> {
            table.write(this::parts, Rollout.layout(plan.world()), mode, lineage);
        });
        if (shares.size() > 1) {
            session.stage("Pack files", () -> table.compact(lineage));
        }
        return shares.stream()
                .map(part -> Share.done(part.value()))
                .reduce(Made.NOTHING, Made::plus, (made, never) -> made);
    }

    private Iterator<JavaRDD<Episode>> parts() {
        int first = first();
        int end = mode == WriteMode.APPEND ? Math.addExact(first, config.episodes()) : config.episodes();
        return IntStream.iterate(first, index -> index < end, index -> index + config.commitEpisodes())
                .mapToObj(index -> part(index, (int) Math.min((long) index + config.commitEpisodes(), end)))
                .iterator();
    }

    private int first() {
        return switch (mode) {
            case CREATE, OVERWRITE -> 0;
            case APPEND -> Segments.episodes(table);
            case RESUME -> table.exists() ? Resumption.done(session, plan, config.partitions(), table) : 0;
        };
    }

    private JavaRDD<Episode> part(int first, int end) {
        CollectionAccumulator<Share> part = session.spark().sparkContext().collectionAccumulator("episodes");
        shares.add(part);
        return simulated(session, plan, first, end, config.partitions(), part);
    }

    /**
     * The episodes of a plan from number {@code first} on to before {@code end}. Static, since what it hands to Spark must
     * not hold this job.
     */
    static JavaRDD<Episode> simulated(
            Session session,
            RolloutPlan plan,
            int first,
            int end,
            int partitions,
            CollectionAccumulator<Share> shares) {
        LongAccumulator shown = session.items();
        int tasks = Math.min(partitions, end - first); // a task without an episode has nothing to do
        return session.spark().range(first, end, 1, tasks).javaRDD().mapPartitions(indices -> {
            Clippings clippings = new Clippings();
            Iterator<Episode> episodes = Rollout.stream(Tasks.of(plan, indices), clippings);
            return Share.counted(episodes, clippings, shares, shown);
        });
    }
}
