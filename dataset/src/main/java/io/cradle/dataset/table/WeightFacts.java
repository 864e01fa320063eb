package io.cradle.dataset.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Weights of episodes in training. A monoid: {@link #NONE}, {@link #merge}.
 *
 * @param episodes how many have one
 * @param sum of all weights
 * @param squares sum of their squares
 * @param min least weight; 0 if there is none
 * @param max greatest weight; 0 if there is none
 */
public record WeightFacts(long episodes, double sum, double squares, double min, double max) {
    static final WeightFacts NONE = new WeightFacts(0, 0, 0, 0, 0);

    /**
     * How many episodes of equal weight say as much: (Σw)² / Σw². Kish (1965), "Survey Sampling".
     */
    @JsonProperty
    public double effectiveEpisodes() {
        return squares == 0 ? 0 : sum * sum / squares;
    }

    WeightFacts merge(WeightFacts that) {
        if (episodes == 0 || that.episodes == 0) {
            return episodes == 0 ? that : this;
        }
        return new WeightFacts(
                episodes + that.episodes,
                sum + that.sum,
                squares + that.squares,
                Math.min(min, that.min),
                Math.max(max, that.max));
    }
}
