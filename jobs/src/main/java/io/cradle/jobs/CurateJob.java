package io.cradle.jobs;

import io.cradle.dataset.balance.BalanceConfig;
import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.CurationConfig;
import io.cradle.dataset.curation.StageName;
import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scorer;
import io.cradle.dataset.score.Scoring;
import io.cradle.dataset.score.Sketch;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.decide.Decider;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Scores every episode once, then decides on the scores. In: a version of a table, and perhaps a selection of it whose scores
 * are taken over. Out: a selection.
 */
final class CurateJob {
    private final Session session;
    private final CurationConfig config;
    private final BalanceConfig balance;

    CurateJob(Session session, CurationConfig config, BalanceConfig balance) {
        this.session = session;
        this.config = config;
        this.balance = balance;
    }

    void run(
            EpisodeTable table,
            Optional<SelectionTable> from,
            SelectionTable selection,
            WriteMode mode,
            Lineage lineage) {
        JavaRDD<Candidate> candidates =
                surprised(from.map(scored -> known(table, scored)).orElseGet(() -> scored(table.copies())));
        session.stage("Curate", () -> {
            selection.write(
                    new Decider(config, balance).decide(candidates),
                    config.scoring(),
                    table.reference(),
                    mode,
                    lineage);
        });
    }

    /** What another selection has scored, with what the table has got since; nothing that it has lost. */
    private JavaRDD<Candidate> known(EpisodeTable table, SelectionTable scored) {
        if (!scored.scoring().equals(config.scoring().toString())) {
            throw new IllegalArgumentException(
                    "Cannot take over the scores of '%s': they were measured with %s, curate.scoring says %s; leave out --from"
                            .formatted(scored.reference(), scored.scoring(), config.scoring()));
        }
        String parent = scored.parent();
        JavaPairRDD<String, Candidate> old =
                scored.candidates().mapToPair(candidate -> new Tuple2<>(candidate.episode(), candidate));
        JavaPairRDD<String, Boolean> there = table.ids().mapToPair(id -> new Tuple2<>(id, true));
        JavaRDD<Candidate> still = old.join(there).values().map(Tuple2::_1);
        long version = Long.parseLong(parent.substring(parent.lastIndexOf('@') + 1));
        JavaRDD<Candidate> added = scored(table.copiesSince(version))
                .mapToPair(candidate -> new Tuple2<>(candidate.episode(), candidate))
                .subtractByKey(old)
                .values();
        return still.union(added);
    }

    private JavaRDD<Candidate> scored(JavaRDD<Episode> copies) {
        Scoring scoring = config.scoring();
        return copies.map(copy -> candidate(copy, scoring))
                .mapToPair(candidate -> new Tuple2<>(candidate.episode(), candidate))
                .reduceByKey(Candidate::merge)
                .values();
    }

    private static Candidate candidate(Episode episode, Scoring scoring) {
        Provenance from = episode.provenance();
        return new Candidate(
                episode.id(),
                from.split(),
                from.world(),
                from.source(),
                from.policy(),
                List.of(ContentHash.of(episode.tensors())),
                1,
                Scorer.score(episode, scoring),
                Sketch.of(episode, scoring));
    }

    private JavaRDD<Candidate> surprised(JavaRDD<Candidate> candidates) {
        String table = config.surprise().table();
        if (table.isEmpty()) {
            if (config.has(StageName.SURPRISE)) {
                throw new IllegalArgumentException(
                        "Cannot judge by surprise: curate.surprise.table names no table; name one with columns episode_id and surprise, or leave the stage out of curate.stages");
            }
            return candidates;
        }
        JavaPairRDD<String, Double> surprise = SurpriseColumn.of(session.spark(), table);
        return candidates
                .mapToPair(candidate -> new Tuple2<>(candidate.episode(), candidate))
                .leftOuterJoin(surprise)
                .values()
                .map(pair -> with(pair._1(), pair._2()));
    }

    private static Candidate with(Candidate candidate, org.apache.spark.api.java.Optional<Double> surprise) {
        return surprise.isPresent()
                ? candidate.with(candidate.scores().with(Score.SURPRISE, surprise.get()))
                : candidate;
    }
}
