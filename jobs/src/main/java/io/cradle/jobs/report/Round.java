package io.cradle.jobs.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One round of parameter averaging.
 *
 * @param number from 1
 * @param trainBits mean loss of the round's examples, bits/frame
 * @param validationBits mean loss on VAL after the round, bits/frame, where it was measured
 * @param seconds it took
 * @param examples that each executor trained on, by its id
 */
public record Round(
        int number, double trainBits, OptionalDouble validationBits, double seconds, Map<String, Long> examples) {
    public Round {
        examples = Collections.unmodifiableMap(new LinkedHashMap<>(examples));
    }
}
