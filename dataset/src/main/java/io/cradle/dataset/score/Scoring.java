package io.cradle.dataset.score;

import java.io.Serializable;

/**
 * Section {@code curate.scoring} of the configuration: how episodes are measured. Unlike a threshold, a change of these
 * needs a new scan.
 *
 * @param idle greatest change of an observed number in a step that still counts as idle, as a share of its range, in [0, 1]
 * @param bins cells of a channel's range by which coverage is counted, at least 2
 * @param sketchLevels cells of a channel's range by which episodes without frames are sketched, at least 2
 */
public record Scoring(double idle, int bins, int sketchLevels) implements Serializable {
    public Scoring {
        if (!(idle >= 0 && idle <= 1)) {
            throw new IllegalArgumentException("Invalid curate.scoring.idle=%s: must be in [0, 1]".formatted(idle));
        }
        if (bins < 2 || bins > 1 << 16) {
            throw new IllegalArgumentException(
                    "Invalid curate.scoring.bins=%d: must be from 2 to 65536".formatted(bins));
        }
        if (sketchLevels < 2 || sketchLevels > 1 << 16) {
            throw new IllegalArgumentException(
                    "Invalid curate.scoring.sketchLevels=%d: must be from 2 to 65536".formatted(sketchLevels));
        }
    }
}
