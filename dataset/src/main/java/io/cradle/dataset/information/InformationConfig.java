package io.cradle.dataset.information;

import java.io.Serializable;

/**
 * Section {@code information} of the configuration.
 *
 * @param episodes how many are measured at most, those of the smallest ids; at least 1
 * @param levels cells of equal width that the range of a number is cut into before its entropy is measured, from 2 to
 *     65536
 */
public record InformationConfig(int episodes, int levels) implements Serializable {
    private static final int MOST_LEVELS = 1 << 16;

    public InformationConfig {
        if (episodes < 1) {
            throw new IllegalArgumentException(
                    "Invalid information.episodes=%d: must be at least 1".formatted(episodes));
        }
        if (levels < 2 || levels > MOST_LEVELS) {
            throw new IllegalArgumentException(
                    "Invalid information.levels=%d: must be from 2 to %d".formatted(levels, MOST_LEVELS));
        }
    }
}
