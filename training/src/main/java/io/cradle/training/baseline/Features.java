package io.cradle.training.baseline;

import io.cradle.training.model.Observation;
import java.util.List;

/**
 * The last {@value #MEMORY} observations and the action as one row of numbers, and a 1 for the constant.
 *
 * @param pixels F
 * @param proprio P
 * @param actions A
 */
record Features(int pixels, int proprio, int actions) implements java.io.Serializable {
    /** How many observations are looked at. */
    static final int MEMORY = 3;

    /** D, numbers in a row. */
    int size() {
        return MEMORY * (pixels + proprio) + actions + 1;
    }

    /** F + P, numbers in what is predicted. */
    int targets() {
        return pixels + proprio;
    }

    /**
     * A row {@code [D]}.
     *
     * @param past at least one, oldest first; where there are fewer than {@value #MEMORY} the first stands in for those before
     * @param action {@code [A]}
     */
    double[] row(List<Observation> past, float[] action) {
        double[] row = new double[size()];
        int at = 0;
        for (int k = 0; k < MEMORY; k++) {
            Observation seen = past.get(Math.max(0, past.size() - MEMORY + k));
            at = put(seen.frame(), row, at);
            at = put(seen.proprio(), row, at);
        }
        at = put(action, row, at);
        row[at] = 1;
        return row;
    }

    /** A target {@code [F + P]}. */
    double[] target(Observation next) {
        double[] target = new double[targets()];
        put(next.proprio(), target, put(next.frame(), target, 0));
        return target;
    }

    private static int put(float[] values, double[] row, int from) {
        for (int i = 0; i < values.length; i++) {
            row[from + i] = values[i];
        }
        return from + values.length;
    }
}
