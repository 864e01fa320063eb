package io.cradle.jobs.report;

import java.util.List;
import java.util.OptionalLong;

/**
 * One step on the way from a seed to what is shown.
 *
 * @param command as it was typed, such as {@code cradle train}
 * @param code version of the code that ran
 * @param seed it was given, if it has one
 * @param parents path@version of each thing that it read
 * @param configuration the resolved configuration, YAML
 */
public record LineageStep(String command, String code, OptionalLong seed, List<String> parents, String configuration) {
    public LineageStep {
        parents = List.copyOf(parents);
    }
}
