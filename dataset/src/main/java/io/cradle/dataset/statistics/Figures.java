package io.cradle.dataset.statistics;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What some numbers, at least one, are like.
 *
 * @param mean of all of them
 * @param std their standard deviation, of all and not of a sample
 * @param min least of them
 * @param max greatest of them
 * @param quantiles by name: {@code q05} is above 5 % of them; see {@link StatisticsReport#rankError}
 */
public record Figures(double mean, double std, double min, double max, SortedMap<String, Double> quantiles)
        implements Serializable {
    /** Name of the median among the quantiles. */
    public static final String MEDIAN = "q50";

    public Figures {
        quantiles = Collections.unmodifiableSortedMap(new TreeMap<>(quantiles));
    }
}
