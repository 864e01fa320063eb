package io.cradle.jobs.report;

import io.cradle.dataset.information.InformationReport;
import java.util.List;

/**
 * Everything that the information report shows; as JSON, what {@code cradle information --json} prints.
 *
 * @param table {@code path@version} of what was measured
 * @param selection {@code path@version} of the selection that was applied; {@code all} where none was
 * @param worlds names of the worlds of the table
 * @param cost of the episodes under each code
 * @param trials of the models that were given
 */
public record InformationInput(
        String table, String selection, List<String> worlds, InformationReport cost, List<Trial> trials) {
    public InformationInput {
        worlds = List.copyOf(worlds);
        trials = List.copyOf(trials);
    }
}
