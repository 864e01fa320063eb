package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.WriteMode;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Recording;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Reads foreign recordings in parallel, a task a file, and commits their episodes. Out: a table. */
final class IngestJob {
    private IngestJob() {}

    static void run(Session session, EpisodeSource source, EpisodeTable table, WriteMode mode, Lineage lineage) {
        List<Recording> recordings = source.recordings();
        JavaRDD<Episode> episodes = session.context()
                .parallelize(recordings, recordings.size())
                .flatMap(recording -> source.read(recording).iterator());
        session.stage("Ingest", () -> table.write(episodes, source.layout(), mode, lineage));
    }
}
