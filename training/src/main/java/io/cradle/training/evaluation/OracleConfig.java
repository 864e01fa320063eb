package io.cradle.training.evaluation;

import java.io.Serializable;

/**
 * Section {@code evaluate.oracle} of the configuration: how much the true simulator is asked.
 *
 * @param episodes of the split that are filtered, at least 0; 0 asks for no oracle, which costs a step of N worlds a frame
 * @param particles N of the larger filter, a multiple of 4: the smaller one has a quarter of them
 */
public record OracleConfig(int episodes, int particles) implements Serializable {
    /** No oracle. */
    public static final OracleConfig NONE = new OracleConfig(0, 16_384);

    public OracleConfig {
        if (episodes < 0 || particles < 4 || particles % 4 != 0) {
            throw new IllegalArgumentException(
                    "Invalid evaluate.oracle.episodes=%d, evaluate.oracle.particles=%d: episodes must be at least 0, particles a multiple of 4 above 0"
                            .formatted(episodes, particles));
        }
    }
}
