package io.cradle.training.model;

import io.cradle.dataset.spec.Layout;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sizes of a causal transformer over observations and actions.
 *
 * @param frames T, most steps that it looks back on, itself included
 * @param senses sizes of observations and actions
 * @param sizes of its blocks
 * @param config how its head says what comes next
 */
public record TransformerShape(int frames, Senses senses, TransformerConfig sizes, HeadConfig config)
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

    private static final int LONGEST_PROMPT = 3;
    private static final long MOST_PARAMETERS = 1L << 26;

    public TransformerShape {
        if (frames < 1) {
            throw new IllegalArgumentException("Invalid transformer frames=%d: must be at least 1".formatted(frames));
        }
        double parameters = count(frames, senses, sizes) + new HeadShape(senses, config, sizes.width()).count();
        if (parameters > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "Invalid transformer width=%d, layers=%d: %.0f parameters are more than %d; choose fewer"
                            .formatted(sizes.width(), sizes.layers(), parameters, MOST_PARAMETERS));
        }
    }

    /** Of frames alone, in one row, each pixel by itself. */
    public TransformerShape(int frames, int pixels, int actions, int width, int layers, int heads) {
        this(frames, new Senses(1, pixels, 0, actions), new TransformerConfig(width, layers, heads), HeadConfig.PLAIN);
    }

    /** The sizes for this layout. */
    public static TransformerShape of(ModelConfig model, Layout layout) {
        return new TransformerShape(model.frames(), Senses.of(model, layout), model.transformer(), model.head());
    }

    /** Numbers in a token. */
    public int width() {
        return sizes.width();
    }

    /** Blocks of attention and MLP. */
    public int layers() {
        return sizes.layers();
    }

    /** Heads of attention in a block. */
    public int heads() {
        return sizes.heads();
    }

    @Override
    public int pixels() {
        return senses.pixels();
    }

    @Override
    public int actions() {
        return senses.actions();
    }

    /** What says what comes next. */
    public HeadShape head() {
        return new HeadShape(senses, config, width());
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
        int width = width();
        for (int layer = 0; layer < layers(); layer++) {
            String block = block(layer);
            variables.put(block + QKV, new int[] {width, 3 * width});
            variables.put(block + OUT, new int[] {width, width});
            variables.put(block + UP, new int[] {width, EXPANSION * width});
            variables.put(block + DOWN, new int[] {EXPANSION * width, width});
        }
        variables.put(EMBEDDING, new int[] {inputs(), width});
        variables.put(POSITION, new int[] {frames, width});
        head().addTo(variables);
        return Collections.unmodifiableSortedMap(variables);
    }

    /** What the names of a block's variables begin with. */
    public static String block(int layer) {
        return "block" + layer + ".";
    }

    /** Elements of what a token is made of: F + P + A. */
    public int inputs() {
        return senses.joined();
    }

    /** Numbers in a head: width / heads. */
    public int headWidth() {
        return width() / heads();
    }

    @Override
    public int parameters() {
        return (int) (count(frames, senses, sizes) + head().count());
    }

    /** Weights that every token is multiplied with, once each. */
    public int weights() {
        return width() * (inputs() + layers() * (4 + 2 * EXPANSION) * width() + pixels());
    }

    /** Of all but the head; in floating point, where nothing overflows whatever a file claims. */
    private static double count(double frames, Senses senses, TransformerConfig sizes) {
        double width = sizes.width();
        double block = (4 + 2 * EXPANSION) * width * width;
        return (senses.joined() + frames) * width + sizes.layers() * block;
    }
}
