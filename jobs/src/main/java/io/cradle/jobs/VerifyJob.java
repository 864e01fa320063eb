package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.table.EpisodeTable;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Makes episodes of a table anew and compares. In: a table. Out: what was found, episode by episode. */
final class VerifyJob {
    private VerifyJob() {}

    /**
     * Findings on the episodes of least id. Ids are hashes, so that these are as good as drawn at random.
     *
     * @param episodes how many at most
     */
    static List<Finding> run(Session session, EpisodeTable table, Origins origins, int episodes) {
        return session.stage("Verify", () -> {
            List<String> chosen = table.ids().takeOrdered(episodes, Comparator.naturalOrder());
            return findings(table.episodes(chosen), origins);
        });
    }

    /** Findings on all episodes. */
    static List<Finding> run(Session session, EpisodeTable table, Origins origins) {
        return session.stage("Verify", () -> findings(table.episodes(), origins));
    }

    private static List<Finding> findings(JavaRDD<Episode> episodes, Origins origins) {
        return episodes.map(episode -> Finding.of(episode, origins)).collect();
    }
}
