package io.cradle.jobs;

import io.cradle.training.planning.PlanningConfig;
import io.cradle.training.planning.PlanningResult;
import java.util.List;

/**
 * What {@code planning.json} holds.
 *
 * @param world all acted in
 * @param identity digest of that world
 * @param code version of the program
 * @param config section {@code plan} of the configuration
 * @param results one a planner and world it planned in
 */
record PlanningReport(String world, String identity, String code, PlanningConfig config, List<PlanningResult> results) {
    static final String FILE = "planning.json";

    PlanningReport {
        results = List.copyOf(results);
    }
}
