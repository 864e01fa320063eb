package io.cradle.training.model;

import io.cradle.dataset.spec.Layout;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sizes of a causal transformer over frames and actions.
 *
 * @param frames T, most frames that it looks back on, itself included
 * @param pixels F, pixels of a frame
 * @param actions A, elements of an action
 * @param width numbers in a token
 * @param layers blocks of attention and MLP
 * @param heads of attention in a block, a divisor of the width
 */
public record TransformerShape(int frames, int pixels, int actions, int width, int layers, int heads)
        implements ModelShape {
    /** Hidden numbers of an MLP for each of its inputs. */
    public static final int EXPANSION = 4;

    /** In a block: queries, keys and values of a token, head by head. */
    public static final String QKV = "qkv";
    /** In a block: what attention gives, back into the residual stream. */
    public static final String OUT = "out";
    /** In a block: the MLP's hidden numbers. */
    public static final String UP = "up";
    /** In a block: the MLP's result. */
    public static final String DOWN = "down";
    /** A token of frame and action. */
    public static final String EMBEDDING = "embedding";
    /** What a token's place adds. */
    public static final String POSITION = "position";
    /** Logits of the next frame. */
    public static final String HEAD = "head";
    /** Logits where nothing is known. */
    public static final String BIAS = "head.bias";

    private static final int LONGEST_PROMPT = 3;
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

    /** The sizes for frames and actions of this layout. */
    public static TransformerShape of(ModelConfig model, Layout layout) {
        TransformerConfig sizes = model.transformer();
        return new TransformerShape(
                model.frames(),
                ModelShape.pixels(layout),
                layout.require(Layout.ACTION).elements(),
                sizes.width(),
                sizes.layers(),
                sizes.heads());
    }

    @Override
    public int promptFrames() {
        return Math.min(frames, LONGEST_PROMPT);
    }

    @Override
    public WorldModel model(Floats parameters) {
        return new TransformerModel(this, parameters);
    }

    /** Shape of each variable by its name; in the order of names they lie in a parameter vector, matrices row by row. */
    public SortedMap<String, int[]> variables() {
        SortedMap<String, int[]> variables = new TreeMap<>();
        for (int layer = 0; layer < layers; layer++) {
            String block = block(layer);
            variables.put(block + QKV, new int[] {width, 3 * width});
            variables.put(block + OUT, new int[] {width, width});
            variables.put(block + UP, new int[] {width, EXPANSION * width});
            variables.put(block + DOWN, new int[] {EXPANSION * width, width});
        }
        variables.put(EMBEDDING, new int[] {inputs(), width});
        variables.put(POSITION, new int[] {frames, width});
        variables.put(HEAD, new int[] {width, pixels});
        variables.put(BIAS, new int[] {pixels});
        return Collections.unmodifiableSortedMap(variables);
    }

    /** What the names of a block's variables begin with. */
    public static String block(int layer) {
        return "block" + layer + ".";
    }

    /** Elements of what a token is made of: F + A. */
    public int inputs() {
        return pixels + actions;
    }

    /** Numbers in a head: width / heads. */
    public int headWidth() {
        return width / heads;
    }

    @Override
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
