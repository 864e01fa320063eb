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
        if (width < 2 || layers < 1 || heads < 1 || width % heads != 0) {
            throw new IllegalArgumentException(
                    "Invalid model.transformer.width=%d, layers=%d, heads=%d: must be at least 2, 1 and 1, and heads a divisor of width"
                            .formatted(width, layers, heads));
        }
    }
}
