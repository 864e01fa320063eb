package io.cradle.jobs;

import io.cradle.dataset.information.Information;
import io.cradle.dataset.information.InformationConfig;
import io.cradle.dataset.information.InformationReport;
import io.cradle.dataset.table.EpisodeTable;
import java.util.Optional;
import java.util.Set;

/**
 * Measures what episodes cost under each code. In: a table. Out: a report. Codes learn from one episode to the next, so the episodes come
 * to the driver one after another.
 */
final class InformationJob {
    private InformationJob() {}

    static InformationReport run(
            Session session, EpisodeTable table, Optional<Set<String>> kept, InformationConfig config) {
        Sample sample = new Sample(session, table, kept, config.episodes());
        return session.stage(
                "Measure information",
                () -> Information.measure(sample.episodes(sample.ids()), table.layout(), config));
    }
}
