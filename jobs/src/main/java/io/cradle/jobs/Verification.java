package io.cradle.jobs;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Leaks;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Looks for what is wrong with a table, says it, and fails. In: a version of a table. Out: lines. */
final class Verification {
    private static final int MOST_FINDINGS = 10;

    private final Session session;
    private final EpisodeTable table;
    private final Consumer<String> out;

    Verification(Session session, EpisodeTable table, Consumer<String> out) {
        this.session = session;
        this.table = table;
        this.out = out;
    }

    /**
     * No content stands in two splits. Reads every page of the table, and its checksum.
     *
     * @throws IllegalStateException if one does
     */
    void splits() {
        Leaks leaks = session.stage("Verify splits", table::leaks);
        leaks.first()
                .forEach(leak ->
                        out.accept("Content %.12s stands in several splits: %s".formatted(leak.digest(), leak)));
        if (leaks.count() > 0) {
            throw new IllegalStateException(
                    "Cannot trust the splits of table '%s': %d contents stand in several of them; 'cradle curate' drops the copies in TRAIN"
                            .formatted(table.reference(), leaks.count()));
        }
        out.accept("Splits: no content stands in two of them");
    }

    /**
     * Episodes are what their seeds give.
     *
     * @param episodes how many are made anew; all if empty
     * @throws CorruptDataException if one differs
     */
    void episodes(Origins origins, OptionalInt episodes) {
        List<Finding> findings = episodes.isPresent()
                ? VerifyJob.run(session, table, origins, episodes.getAsInt())
                : VerifyJob.run(session, table, origins);
        List<Finding> wrong =
                findings.stream().filter(finding -> !finding.sound()).toList();
        wrong.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> out.accept("Episode '%s': %s".formatted(finding.episode(), finding.problem())));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "Cannot confirm table '%s': %d of %d episodes are not what their seeds give; if the world's file or the program was changed since, go back to those, else build the table anew"
                            .formatted(table.reference(), wrong.size(), findings.size()));
        }
        out.accept("Verified: %d of %d episodes, every bit as simulated"
                .formatted(findings.size(), Segments.episodes(table)));
    }
}
