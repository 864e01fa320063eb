package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;

/**
 * No score is far from all others: the distance from the median is at most so many interquartile ranges (Tukey's fences,
 * about the median). Where the quartiles are equal nothing is an outlier.
 *
 * @param scores which scores are compared; those that an episode lacks are passed over
 * @param fences interquartile ranges, above 0
 */
public record Outliers(List<Score> scores, double fences) implements Stage {
    private static final double LOWER = 0.25;
    private static final double UPPER = 0.75;
    private static final double MEDIAN = 0.5;

    public Outliers {
        scores = List.copyOf(scores);
        if (!(fences > 0)) {
            throw new IllegalArgumentException("Invalid curate.outliers.fences=%s: must be above 0".formatted(fences));
        }
    }

    @Override
    public Verdict judge(Scores measured, Population population) {
        boolean far = scores.stream()
                .anyMatch(score ->
                        measured.find(score).isPresent() && far(measured.require(score), population.of(score)));
        return far ? new Verdict.Drop("outlier") : new Verdict.Keep();
    }

    private boolean far(double value, Quantiles quantiles) {
        if (quantiles.count() == 0) {
            return false;
        }
        double range = quantiles.at(UPPER) - quantiles.at(LOWER);
        return range > 0 && Math.abs(value - quantiles.at(MEDIAN)) > fences * range;
    }

    @Override
    public List<Score> needs() {
        return List.of();
    }

    @Override
    public List<Score> compares() {
        return scores;
    }
}
