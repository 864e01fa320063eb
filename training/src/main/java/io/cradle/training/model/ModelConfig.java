package io.cradle.training.model;

import java.io.Serializable;
import java.util.List;

/**
 * Section {@code model} of the configuration: a next-frame model made of dense layers.
 *
 * @param frames K, how many last frames it sees, at least 1
 * @param hidden widths of the hidden layers, at least one
 */
public record ModelConfig(int frames, List<Integer> hidden) implements Serializable {
    public ModelConfig {
        hidden = List.copyOf(hidden);
        if (frames < 1) {
            throw new IllegalArgumentException("Invalid model.frames=%d: must be at least 1".formatted(frames));
        }
        if (hidden.isEmpty() || hidden.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException(
                    "Invalid model.hidden=%s: name at least one width of at least 1".formatted(hidden));
        }
    }
}
