package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.ingest.export.EpisodeWriter;
import io.cradle.ingest.export.ExportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;

/** Writes a table's episodes for others to read, split by split, one at a time. Out: a directory that appears whole or not at all. */
final class ExportJob {
    private final Session session;
    private final EpisodeTable table;
    private final Optional<SelectionTable> selection;

    /**
     * Of a table.
     *
     * @param selection of that table; all episodes if empty
     */
    ExportJob(Session session, EpisodeTable table, Optional<SelectionTable> selection) {
        this.session = session;
        this.table = table;
        this.selection = selection;
    }

    /** Exports, and gives what is to be told. */
    String run(ExportFormat format, String target) {
        if (target.contains("://")) {
            throw new IllegalArgumentException(
                    "Cannot export to '%s': exports are written to local disks; name a directory with --out, and copy it there"
                            .formatted(target));
        }
        Path out = Path.of(target);
        if (Files.exists(out)) {
            Output.removeIfEmpty(out);
        }
        if (Files.exists(out)) {
            throw new IllegalArgumentException(
                    "Cannot export to '%s': it exists; name another directory with --out, or remove it".formatted(out));
        }
        long[] count = {0};
        session.stage("Export", () -> Output.directory(out, draft -> count[0] = write(format, draft)));
        return "Export: %s, %d episodes as %s".formatted(out.toAbsolutePath().normalize(), count[0], format);
    }

    private long write(ExportFormat format, Path draft) {
        long count = 0;
        try (EpisodeWriter writer = format.writer(draft, table.layout())) {
            for (Split split : Split.values()) {
                Iterator<Episode> episodes = episodes(split).toLocalIterator();
                while (episodes.hasNext()) {
                    writer.add(episodes.next());
                    count++;
                }
            }
            if (count == 0) {
                throw new IllegalArgumentException(
                        "Cannot export '%s': there is no episode to write; choose another table or selection"
                                .formatted(table.reference()));
            }
            writer.finish();
        }
        return count;
    }

    private JavaRDD<Episode> episodes(Split split) {
        return selection.map(kept -> of(split, table.episodes(kept))).orElseGet(() -> table.episodes(split));
    }

    /** Static, since what it hands to Spark must not hold this job. */
    private static JavaRDD<Episode> of(Split split, JavaRDD<Episode> episodes) {
        return episodes.filter(episode -> episode.provenance().split() == split);
    }
}
