package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Histograms of all scores that differ between episodes. A monoid, added to in place. */
public final class Histograms implements Serializable {
    private static final double LEAST = 0.005;
    private static final double MOST = 0.995;

    private final Map<Score, Histogram> histograms = new EnumMap<>(Score.class);

    private Histograms() {}

    /** Of no episode, with bins from about the least to about the greatest value of a population; scores without spread have none. */
    public static Histograms over(Population population) {
        Histograms histograms = new Histograms();
        for (Score score : Score.values()) {
            Quantiles quantiles = population.of(score);
            if (quantiles.greatest() > quantiles.least()) {
                histograms.histograms.put(score, over(quantiles));
            }
        }
        return histograms;
    }

    private static Histogram over(Quantiles quantiles) {
        boolean narrow = quantiles.at(MOST) > quantiles.at(LEAST);
        return narrow
                ? new Histogram(quantiles.at(LEAST), quantiles.at(MOST))
                : new Histogram(quantiles.least(), quantiles.greatest());
    }

    /** Counts an episode before, and by its weight after. */
    public Histograms add(Scores scores, double weight) {
        histograms.forEach((score, histogram) -> scores.find(score).ifPresent(value -> histogram.add(value, weight)));
        return this;
    }

    /** Counts all episodes of another one over the same population. */
    public Histograms add(Histograms that) {
        histograms.forEach((score, histogram) -> histogram.add(that.histograms.get(score)));
        return this;
    }

    /** By score. */
    public Map<Score, Histogram> asMap() {
        return Collections.unmodifiableMap(histograms);
    }
}
