package io.cradle.jobs.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a selection makes of a table.
 *
 * @param selection {@code path@version}
 * @param verdicts as {@link ReportInput#verdicts}
 * @param strata what became of each part of a balanced whole
 * @param effectiveEpisodes how many TRAIN episodes of equal weight say as much
 */
public record CardCuration(
        String selection, Map<String, Long> verdicts, List<Stratum> strata, double effectiveEpisodes) {
    public CardCuration {
        verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
        strata = List.copyOf(strata);
    }

    /**
     * A part of a balanced whole.
     *
     * @param name what it holds; empty where nothing was balanced
     * @param episodes that it had
     * @param kept how many stay
     * @param weight sum of the weights of those
     */
    public record Stratum(String name, long episodes, long kept, double weight) {}
}
