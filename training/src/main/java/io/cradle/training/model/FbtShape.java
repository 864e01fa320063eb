package io.cradle.training.model;

import io.cradle.dataset.spec.Layout;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sizes of a flat binary transformer, after boxLCD's FBT: a binary code of each observation, and a causal transformer whose token is all of a
 * code and an action, and whose head says the next code's bits.
 *
 * @param code of an observation
 * @param dynamics of codes: what it takes for a frame is a code
 */
public record FbtShape(CodeShape code, TransformerShape dynamics) implements ModelShape {
    private static final double MOST_PARAMETERS = 1L << 26;

    public FbtShape {
        if (dynamics.pixels() != code.bits()
                || dynamics.actions() != code.senses().actions()) {
            throw new IllegalArgumentException(
                    "Invalid transformer over %d bits and %d numbers of action: the codes have %d and %d"
                            .formatted(
                                    dynamics.pixels(),
                                    dynamics.actions(),
                                    code.bits(),
                                    code.senses().actions()));
        }
        if (code.count() > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "Invalid model.code.bits=%d, hidden=%d: %.0f parameters are more than %.0f; choose fewer"
                            .formatted(code.bits(), code.config().hidden(), code.count(), MOST_PARAMETERS));
        }
    }

    /** The sizes for this layout. */
    public static FbtShape of(ModelConfig model, Layout layout) {
        return of(model, Senses.of(model, layout));
    }

    /** The sizes for these senses. */
    public static FbtShape of(ModelConfig model, Senses senses) {
        CodeShape code = new CodeShape(senses, model.code());
        return new FbtShape(
                code,
                new TransformerShape(
                        model.frames(), codes(model, senses.actions()), model.transformer(), model.head()));
    }

    /** A code lies on a grid, so that a head can say it in groups as it says pixels. */
    private static Senses codes(ModelConfig model, int actions) {
        int grid = model.head().grid();
        if (model.code().bits() % (grid * grid) != 0) {
            throw new IllegalArgumentException(
                    "Invalid model.code.bits=%d: must be a multiple of model.head.grid^2 = %d"
                            .formatted(model.code().bits(), grid * grid));
        }
        return new Senses(grid, model.code().bits() / grid, 0, actions);
    }

    @Override
    public int frames() {
        return dynamics.frames();
    }

    /** Sizes of observations and actions. */
    public Senses senses() {
        return code.senses();
    }

    @Override
    public int pixels() {
        return senses().pixels();
    }

    @Override
    public int actions() {
        return senses().actions();
    }

    @Override
    public int promptFrames() {
        return dynamics.promptFrames();
    }

    @Override
    public int parameters() {
        return dynamics.parameters() + (int) code.count();
    }

    /** Shape of each variable by its name; in the order of names they lie in a parameter vector, matrices row by row. */
    public SortedMap<String, int[]> variables() {
        SortedMap<String, int[]> variables = new TreeMap<>(dynamics.variables());
        code.addTo(variables);
        return Collections.unmodifiableSortedMap(variables);
    }

    @Override
    public WorldModel model(Floats parameters) {
        return new FbtModel(this, parameters);
    }
}
