package io.cradle.jobs;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.table.Batch;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.jobs.build.BuiltPart;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.util.CollectionAccumulator;

/** Makes the missing episodes of a part and commits them batch by batch, each once. */
final class GrowJob {
    private final Session session;
    private final Layout layout;
    private final EpisodeTable table;
    private final List<CollectionAccumulator<Share>> shares = new ArrayList<>();

    GrowJob(Session session, Layout layout, EpisodeTable table) {
        this.session = session;
        this.layout = layout;
        this.table = table;
    }

    /**
     * Makes them.
     *
     * @param first number of the first episode that is missing
     * @return for people: what was made
     */
    String run(Pipeline.Part part, int first, Lineage lineage) {
        BuiltPart built = part.built();
        shares.clear();
        session.stage("Generate " + built.name(), () -> {
            table.writeOnce(() -> batches(part, first), layout, lineage);
        });
        Made made = shares.stream()
                .map(batch -> Share.done(batch.value()))
                .reduce(Made.NOTHING, Made::plus, (one, never) -> one);
        return "Part %s: %d episodes, %d of them new; clipped actions: %s"
                .formatted(built.name(), built.episodes(), built.episodes() - first, made.clippings());
    }

    private Iterator<Batch> batches(Pipeline.Part part, int first) {
        int end = Math.toIntExact(part.built().episodes());
        int most = part.rollout().commitEpisodes();
        return IntStream.iterate(first, index -> index < end, index -> (int) Math.min((long) index + most, end))
                .mapToObj(index -> batch(part, index, (int) Math.min((long) index + most, end)))
                .iterator();
    }

    /** Its number is where it ends, so that the last one of a part says how many episodes there are. */
    private Batch batch(Pipeline.Part part, int first, int end) {
        CollectionAccumulator<Share> share = session.spark().sparkContext().collectionAccumulator("episodes");
        shares.add(share);
        int partitions = part.rollout().partitions();
        return new Batch(
                part.built().writer(), end, GenerateJob.simulated(session, part.plan(), first, end, partitions, share));
    }
}
