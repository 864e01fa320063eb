package io.cradle.dataset.curation;

import java.io.Serializable;

/**
 * Section {@code curate} of the configuration: when an episode is left out.
 *
 * @param minSteps shortest episode that stays, at least 1
 * @param frozenSteps an episode in which nothing observed changes for so many steps in a row is left out, at least 2
 */
public record CurationConfig(int minSteps, int frozenSteps) implements Serializable {
    public CurationConfig {
        if (minSteps < 1) {
            throw new IllegalArgumentException("Invalid curate.minSteps=%d: must be at least 1".formatted(minSteps));
        }
        if (frozenSteps < 2) {
            throw new IllegalArgumentException(
                    "Invalid curate.frozenSteps=%d: must be at least 2".formatted(frozenSteps));
        }
    }
}
