package io.cradle.jobs;

import io.cradle.dataset.balance.BalanceConfig;
import io.cradle.dataset.curation.CurationConfig;
import io.cradle.dataset.curation.CurationReport;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.decide.Caches;
import io.cradle.jobs.decide.Decider;
import io.cradle.jobs.decide.Scored;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
        session.stage("Curate", () -> {
            try (Caches caches = new Caches()) {
                selection.write(() -> decided(table, from, caches), config.scoring(), table.reference(), mode, lineage);
            }
        });
    }

    private Dataset<Row> decided(EpisodeTable table, Optional<SelectionTable> from, Caches caches) {
        Dataset<Row> scored = from.map(known -> known(table, known, caches)).orElseGet(() -> scored(table.copies()));
        Dataset<Row> surprised = SurpriseColumn.added(scored, config);
        Dataset<Row> decided = new Decider(config, balance).decide(surprised, caches);
        requireSome(Decider.report(decided), table);
        return decided;
    }

    private static void requireSome(CurationReport report, EpisodeTable table) {
        if (report.keptEpisodes() == 0) {
            String reasons = report.dropped().entrySet().stream()
                    .map(reason -> "%d %s".formatted(reason.getValue(), reason.getKey()))
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "Cannot keep any episode of '%s': %s; loosen the stages of curate, or leave some out of curate.stages"
                            .formatted(table.reference(), reasons));
        }
    }

    /** What another selection has scored, with what was appended to the table since; all anew where more was done to it. */
    private Dataset<Row> known(EpisodeTable table, SelectionTable scored, Caches caches) {
        if (!scored.scoring().equals(config.scoring().toString())) {
            throw new IllegalArgumentException(
                    "Cannot take over the scores of '%s': they were measured with %s, curate.scoring says %s; leave out --from"
                            .formatted(scored.reference(), scored.scoring(), config.scoring()));
        }
        return table.copiesSince(Reference.of(scored.parent()).version())
                .map(added -> Scored.merged(scored.undecided(), caches.keep(scored(added))))
                .orElseGet(() -> scored(table.copies()));
    }

    private Dataset<Row> scored(JavaRDD<Episode> copies) {
        return Scored.of(session.spark(), copies, config.scoring());
    }
}
