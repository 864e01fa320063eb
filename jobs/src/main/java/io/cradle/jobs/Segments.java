package io.cradle.jobs;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.window.SegmentAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which segments of a table count. */
final class Segments {
    private Segments() {}

    /** How many episodes a table holds. */
    static int episodes(EpisodeTable table) {
        return Math.toIntExact(table.ids().count());
    }

    /** The segments of one split whose episodes were kept; all if nothing was curated. */
    static List<SegmentAddress> of(EpisodeTable table, Split split, Optional<Set<String>> kept) {
        return table.segments().stream()
                .filter(segment -> segment.split() == split)
                .filter(segment ->
                        kept.map(ids -> ids.contains(segment.episode())).orElse(true))
                .toList();
    }
}
