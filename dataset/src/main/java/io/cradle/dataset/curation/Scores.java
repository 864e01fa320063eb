package io.cradle.dataset.curation;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured on one episode.
 *
 * @param values by name, in order of name
 */
public record Scores(Map<String, Double> values) implements Serializable {
    /** T, the length of the episode in steps. */
    public static final String STEPS = "steps";
    /** How many measured float elements are NaN or infinite. */
    public static final String NON_FINITE = "nonFinite";
    /** How many measured finite elements lie outside the range that their tensor declares. */
    public static final String OUT_OF_RANGE = "outOfRange";
    /** Longest run of consecutive steps that all show the same, in steps; 1 where every step differs from the last. */
    public static final String STILL_STEPS = "stillSteps";
    /** Fraction of the frames' pixels that are ink, 0 to 1; only there if there are binary frames. */
    public static final String INK = "ink";

    public Scores {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The score of this name; an error that lists what is there otherwise. */
    public double require(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Cannot find score '%s': there are %s; score the episodes again".formatted(name, values.keySet()));
        }
        return value;
    }
}
