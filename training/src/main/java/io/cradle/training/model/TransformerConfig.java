package io.cradle.training.model;

import java.io.Serializable;

/**
 * Section {@code model.transformer} of the configuration.
 *
 * @param width numbers in a token, at least 2
 * @param layers blocks of attention and MLP, at least 1
 * @param heads of attention in a block, a divisor of the width
 */
public record TransformerConfig(int width, int layers, int heads) implements Serializable {
    public TransformerConfig {
        if (width < 2 || layers < 1) {
            throw new IllegalArgumentException(
                    "Invalid model.transformer.width=%d, layers=%d: must be at least 2 and 1".formatted(width, layers));
        }
        if (heads < 1 || width % heads != 0) {
            throw new IllegalArgumentException(
                    "Invalid model.transformer.heads=%d: must be a divisor of the width, %d".formatted(heads, width));
        }
    }
}
