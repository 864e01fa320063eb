package io.cradle.training.model;

import java.io.Serializable;
import java.util.List;

/**
 * Sizes of an {@link Arbiter}.
 *
 * @param pixels F, pixels of a frame
 * @param actions A, elements of an action
 */
public record ArbiterShape(int pixels, int actions) implements Serializable {
    /** Frames in a stretch. */
    public static final int FRAMES = 8;

    /** Numbers in a feature. */
    public static final int FEATURES = 64;

    private static final int HIDDEN = 128;
    private static final int MOST = 1 << 20;

    public ArbiterShape {
        if (pixels < 1 || pixels > MOST || actions < 1 || actions > MOST) {
            throw new IllegalArgumentException(
                    "Invalid arbiter of %d pixels and %d numbers of action: each must be 1 to %d"
                            .formatted(pixels, actions, MOST));
        }
    }

    /** Widths of the encoder's layers, inputs first. */
    public List<Integer> encoder() {
        return List.of(FRAMES * pixels, HIDDEN, FEATURES);
    }

    /** Numbers that say which actions were taken between the frames. */
    public int told() {
        return (FRAMES - 1) * actions;
    }

    /** Width of the hidden layers. */
    public int hidden() {
        return HIDDEN;
    }

    /** Weights and biases that an arbiter keeps: the encoder's, and those that read actions off its features. */
    public int parameters() {
        List<Integer> widths = encoder();
        return (widths.get(0) + 1) * HIDDEN + (HIDDEN + 1) * FEATURES + (FEATURES + 1) * told();
    }
}
