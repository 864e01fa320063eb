package io.cradle.training.model;

import java.io.Serializable;

/**
 * Section {@code model.head} of the configuration: how a network says what the next frame is.
 *
 * @param grid s: a frame's pixels are said in s * s groups, one after the other, each given those before it; the pixels of a group lie s
 *     apart. 1 says each pixel by itself
 * @param hidden numbers that carry what is known of a frame's earlier groups to the later ones, at least 1
 * @param residual whether it is said which pixels change, rather than which are ink
 */
public record HeadConfig(int grid, int hidden, boolean residual) implements Serializable {
    /** Each pixel by itself, and whether it is ink. */
    public static final HeadConfig PLAIN = new HeadConfig(1, 1, false);

    private static final int MOST_GRID = 8;

    public HeadConfig {
        if (grid < 1 || grid > MOST_GRID) {
            throw new IllegalArgumentException(
                    "Invalid model.head.grid=%d: must be 1 to %d".formatted(grid, MOST_GRID));
        }
        if (hidden < 1) {
            throw new IllegalArgumentException("Invalid model.head.hidden=%d: must be at least 1".formatted(hidden));
        }
    }
}
