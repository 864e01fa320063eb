package io.cradle.jobs;

import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.WriteMode;

/** Copies what a selection keeps to a table of its own, each episode once. In: a table and a selection of it. Out: a table. */
final class MaterialiseJob {
    private MaterialiseJob() {}

    static void run(
            Session session,
            EpisodeTable table,
            SelectionTable selection,
            EpisodeTable out,
            WriteMode mode,
            Lineage lineage) {
        session.stage("Copy", () -> out.write(table.episodes(selection), table.layout(), mode, lineage));
    }
}
