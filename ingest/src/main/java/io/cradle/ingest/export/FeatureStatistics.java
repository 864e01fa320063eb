package io.cradle.ingest.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * What {@code stats.json} says of a column, number by number. What is not finite is left out of it; 0 stands where nothing is
 * left, for JSON has no NaN. Welford (1962), "Note on a method for calculating corrected sums of squares and products".
 */
final class FeatureStatistics {
    private final long[] counts;
    private final double[] least;
    private final double[] greatest;
    private final double[] means;
    private final double[] squares;
    private long rows;

    FeatureStatistics(int elements) {
        counts = new long[elements];
        least = new double[elements];
        greatest = new double[elements];
        means = new double[elements];
        squares = new double[elements];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    }

    /** To be called once a row. */
    void row() {
        rows++;
    }

    void add(int element, double value) {
        if (Double.isFinite(value)) {
            double off = value - means[element];
            counts[element]++;
            means[element] += off / counts[element];
            squares[element] += off * (value - means[element]);
            least[element] = Math.min(least[element], value);
            greatest[element] = Math.max(greatest[element], value);
        }
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode min = node.putArray("min");
        ArrayNode max = node.putArray("max");
        ArrayNode mean = node.putArray("mean");
        ArrayNode std = node.putArray("std");
        for (int i = 0; i < counts.length; i++) {
            boolean some = counts[i] > 0;
            min.add(some ? least[i] : 0);
            max.add(some ? greatest[i] : 0);
            mean.add(means[i]);
            std.add(some ? Math.sqrt(Math.max(0, squares[i] / counts[i])) : 0);
        }
        node.putArray("count").add(rows);
        return node;
    }
}
