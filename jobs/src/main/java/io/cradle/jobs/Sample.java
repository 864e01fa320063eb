package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.table.EpisodeTable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;

/** The episodes of least id among those that count. Ids are hashes, so that these are as good as drawn at random. */
final class Sample {
    private final Session session;
    private final EpisodeTable table;
    private final Optional<Set<String>> kept;
    private final int most;

    /**
     * A way to choose.
     *
     * @param kept ids that count; all if empty
     * @param most how many are taken at most
     */
    Sample(Session session, EpisodeTable table, Optional<Set<String>> kept, int most) {
        this.session = session;
        this.table = table;
        this.kept = kept;
        this.most = most;
    }

    /** Ids from the whole table, ascending. */
    List<String> ids() {
        return least(table.ids());
    }

    /** Ids from one split, ascending. */
    List<String> ids(Split split) {
        return least(table.ids(split));
    }

    private List<String> least(JavaRDD<String> ids) {
        return counted(ids).takeOrdered(most, Comparator.naturalOrder());
    }

    private JavaRDD<String> counted(JavaRDD<String> ids) {
        if (kept.isEmpty()) {
            return ids;
        }
        Broadcast<Set<String>> some = session.context().broadcast(kept.get());
        return ids.filter(id -> some.value().contains(id));
    }

    /** Episodes of these ids, ascending; a partition of them is in memory at a time. */
    Iterator<Episode> episodes(List<String> ids) {
        return table.episodes(ids).toLocalIterator();
    }
}
