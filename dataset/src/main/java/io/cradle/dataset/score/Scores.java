package io.cradle.dataset.score;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What was measured on one episode: a finite number for each {@link Score} that its tensors allow. Immutable. */
@SuppressWarnings("EnumOrdinal") // an array by ordinal, for what travels by the million; it is never stored
public final class Scores implements Serializable {
    /** In the order of the scores; NaN where nothing was measured. Millions travel, so that they are kept plain. */
    private final double[] values;

    private Scores(double[] values) {
        this.values = values;
    }

    /** Of these values, which must be finite. */
    public static Scores of(Map<Score, Double> measured) {
        double[] values = new double[Score.values().length];
        Arrays.fill(values, Double.NaN);
        measured.forEach((score, value) -> values[score.ordinal()] = requireFinite(score, value));
        return new Scores(values);
    }

    /** Of these values in the order of {@link Score}: NaN where nothing was measured, else finite. */
    public static Scores inOrder(double[] values) {
        Score[] scores = Score.values();
        if (values.length != scores.length) {
            throw new IllegalArgumentException(
                    "Invalid scores: %d values for %d scores".formatted(values.length, scores.length));
        }
        for (int i = 0; i < scores.length; i++) {
            if (Double.isInfinite(values[i])) {
                requireFinite(scores[i], values[i]);
            }
        }
        return new Scores(values.clone());
    }

    private static double requireFinite(Score score, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Invalid score %s=%s: must be finite".formatted(score, value));
        }
        return value;
    }

    /** With one more, or another value of it. */
    public Scores with(Score score, double value) {
        double[] more = values.clone();
        more[score.ordinal()] = requireFinite(score, value);
        return new Scores(more);
    }

    /** The value, if it was measured. */
    public OptionalDouble find(Score score) {
        double value = values[score.ordinal()];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The value; an error that says what is there otherwise. */
    public double require(Score score) {
        return find(score)
                .orElseThrow(
                        () -> new IllegalArgumentException("Cannot find score '%s': the episode's tensors gave only %s"
                                .formatted(score, asMap().keySet())));
    }

    /** All that were measured, in the order of {@link Score}. */
    public Map<Score, Double> asMap() {
        Map<Score, Double> map = new EnumMap<>(Score.class);
        for (Score score : Score.values()) {
            find(score).ifPresent(value -> map.put(score, value));
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scores that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
