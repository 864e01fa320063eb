package io.cradle.training.dl4j;

import java.io.Serializable;

/**
 * Sizes of a {@link TransformerNetwork}.
 *
 * @param frames T, most frames that it looks back on, itself included
 * @param pixels F, pixels of a frame
 * @param actions A, elements of an action
 * @param width numbers in a token
 * @param layers blocks of attention and MLP
 * @param heads of attention in a block, a divisor of the width
 */
public record TransformerShape(int frames, int pixels, int actions, int width, int layers, int heads)
        implements Serializable {
    /** Hidden numbers of an MLP for each of its inputs. */
    static final int EXPANSION = 4;

    private static final long MOST_PARAMETERS = 1L << 26;

    public TransformerShape {
        if (frames < 1 || pixels < 1 || actions < 1 || width < 2 || layers < 1 || heads < 1) {
            throw new IllegalArgumentException(
                    "Invalid transformer frames=%d, pixels=%d, actions=%d, width=%d, layers=%d, heads=%d: each must be at least 1, the width 2"
                            .formatted(frames, pixels, actions, width, layers, heads));
        }
        if (width % heads != 0) {
            throw new IllegalArgumentException(
                    "Invalid transformer heads=%d: must divide its width=%d".formatted(heads, width));
        }
        double parameters = count(frames, pixels, actions, width, layers);
        if (parameters > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "Invalid transformer width=%d, layers=%d: %.0f parameters are more than %d; choose fewer"
                            .formatted(width, layers, parameters, MOST_PARAMETERS));
        }
    }

    /** Elements of what a token is made of: F + A. */
    public int inputs() {
        return pixels + actions;
    }

    /** Numbers in a head: width / heads. */
    public int headWidth() {
        return width / heads;
    }

    /** Weights and biases of all layers. */
    public int parameters() {
        return (int) count(frames, pixels, actions, width, layers);
    }

    /** Weights that every token is multiplied with, once each. */
    public int weights() {
        return width * (inputs() + layers * (4 + 2 * EXPANSION) * width + pixels);
    }

    /** In floating point, where nothing overflows whatever a file claims. */
    private static double count(double frames, double pixels, double actions, double width, double layers) {
        double embedding = (pixels + actions + frames) * width;
        double block = (4 + 2 * EXPANSION) * width * width;
        return embedding + layers * block + (width + 1) * pixels;
    }
}
