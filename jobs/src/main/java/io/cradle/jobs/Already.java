package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Ordered;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Recording;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.util.CollectionAccumulator;

/**
 * What a table holds already, and is not added to it once more.
 *
 * @param ids of its episodes
 */
record Already(Set<String> ids) implements Serializable {
    /** Why an episode that is there is left out. */
    static final String REASON = "in the table already";

    static final Already NOTHING = new Already(Set.of());

    Already {
        ids = Ordered.copyOf(ids);
    }

    static Already in(EpisodeTable table) {
        return table.exists() ? new Already(new HashSet<>(table.ids().collect())) : NOTHING;
    }

    /** Those of a recording's episodes that are new; of the others it is told. */
    Iterator<Episode> others(Iterator<Episode> episodes, Recording recording, CollectionAccumulator<Finding> found) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(episodes, 0), false)
                .filter(episode -> isNew(episode, recording, found))
                .iterator();
    }

    private boolean isNew(Episode episode, Recording recording, CollectionAccumulator<Finding> found) {
        if (!ids.contains(episode.id())) {
            return true;
        }
        found.add(Finding.refused(
                recording.file(), episode.id(), REASON, "it was ingested before; nothing is to be done"));
        return false;
    }
}
