package io.cradle.training.model;

import java.io.Serializable;
import java.util.List;

/**
 * Section {@code model} of the configuration: a network that says what the next frame is.
 *
 * @param kind family of the network
 * @param frames K, how many last frames it sees, at least 1
 * @param hidden widths of the hidden layers of a DENSE network, at least one
 * @param transformer sizes of a TRANSFORMER
 */
public record ModelConfig(ModelKind kind, int frames, List<Integer> hidden, TransformerConfig transformer)
        implements Serializable {
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

    /** A dense network. */
    public static ModelConfig dense(int frames, List<Integer> hidden) {
        return new ModelConfig(ModelKind.DENSE, frames, hidden, new TransformerConfig(2, 1, 1));
    }

    /** A transformer. */
    public static ModelConfig transformer(int frames, TransformerConfig transformer) {
        return new ModelConfig(ModelKind.TRANSFORMER, frames, List.of(1), transformer);
    }
}
