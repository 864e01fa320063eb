package io.cradle.jobs;

import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.CurationConfig;
import io.cradle.dataset.curation.Judge;
import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Scorer;
import io.cradle.dataset.curation.Scores;
import io.cradle.dataset.table.EpisodeDigest;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.WriteMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Scores every episode once, then decides on the scores. In: a version of a table. Out: a selection. */
final class CurateJob {
    private CurateJob() {}

    static void run(
            Session session, EpisodeTable table, CurationConfig config, SelectionTable selection, Lineage lineage) {
        JavaRDD<Judged> judged = candidates(table)
                .groupBy(Candidate::digest)
                .values()
                .flatMap(equal -> Judge.judge(list(equal), config).iterator());
        session.stage("Curate", () -> selection.write(judged, table.reference(), WriteMode.CREATE, lineage));
    }

    private static JavaRDD<Candidate> candidates(EpisodeTable table) {
        JavaPairRDD<String, Scores> scores =
                table.episodes().mapToPair(episode -> new Tuple2<>(episode.id(), Scorer.score(episode)));
        return table.digests()
                .groupBy(EpisodeDigest::episode)
                .join(scores)
                .values()
                .map(pair -> candidate(list(pair._1()), pair._2()));
    }

    private static Candidate candidate(List<EpisodeDigest> copies, Scores scores) {
        EpisodeDigest first = copies.get(0);
        return new Candidate(
                first.episode(),
                first.split(),
                copies.stream().map(EpisodeDigest::digest).toList(),
                copies.stream().mapToInt(EpisodeDigest::copies).sum(),
                scores);
    }

    private static <T> List<T> list(Iterable<T> items) {
        List<T> list = new ArrayList<>();
        items.forEach(list::add);
        return list;
    }
}
