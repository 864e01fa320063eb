package io.cradle.training.model;

import io.cradle.dataset.spec.Layout;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sizes of a single-step network: dense layers over the last K observations and an action.
 *
 * @param frames K, observations it sees
 * @param senses sizes of observations and actions
 * @param hidden widths of the hidden layers, at least one
 * @param config how its head says what comes next
 */
public record StepShape(int frames, Senses senses, List<Integer> hidden, HeadConfig config) implements ModelShape {
    /** Of a layer: its matrix. */
    public static final String WEIGHTS = "weights";
    /** Of a layer: its vector. */
    public static final String BIAS = "bias";

    private static final double MOST_PARAMETERS = 1L << 26;

    public StepShape {
        hidden = List.copyOf(hidden);
        if (frames < 1 || hidden.isEmpty()) {
            throw new IllegalArgumentException("Invalid network frames=%d, hidden=%s: must be at least 1, and one width"
                    .formatted(frames, hidden));
        }
        double parameters =
                count(frames, senses, hidden) + head(senses, hidden, config).count();
        if (parameters > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "Invalid model.hidden=%s: %.0f parameters are more than %.0f; choose narrower layers"
                            .formatted(hidden, parameters, MOST_PARAMETERS));
        }
    }

    /** The sizes for this layout. */
    public static StepShape of(ModelConfig model, Layout layout) {
        return new StepShape(model.frames(), Senses.of(model, layout), model.hidden(), model.head());
    }

    /** What the names of a layer's variables begin with. */
    public static String layer(int number) {
        return "layer%02d.".formatted(number);
    }

    /** Inputs: K * (F + P) + A. */
    public int inputs() {
        return frames * senses.observed() + senses.actions();
    }

    @Override
    public int pixels() {
        return senses.pixels();
    }

    @Override
    public int actions() {
        return senses.actions();
    }

    @Override
    public int promptFrames() {
        return frames;
    }

    /** What says what comes next. */
    public HeadShape head() {
        return head(senses, hidden, config);
    }

    private static HeadShape head(Senses senses, List<Integer> hidden, HeadConfig config) {
        return new HeadShape(senses, config, hidden.get(hidden.size() - 1));
    }

    /** Shape of each variable by its name; in the order of names they lie in a parameter vector, matrices row by row. */
    public SortedMap<String, int[]> variables() {
        SortedMap<String, int[]> variables = new TreeMap<>();
        int below = inputs();
        for (int number = 0; number < hidden.size(); number++) {
            variables.put(layer(number) + WEIGHTS, new int[] {below, hidden.get(number)});
            variables.put(layer(number) + BIAS, new int[] {hidden.get(number)});
            below = hidden.get(number);
        }
        head().addTo(variables);
        return Collections.unmodifiableSortedMap(variables);
    }

    @Override
    public int parameters() {
        return (int) (count(frames, senses, hidden) + head().count());
    }

    @Override
    public WorldModel model(Floats parameters) {
        return new StepModel(this, parameters);
    }

    /** Of all but the head; in floating point, where nothing overflows whatever a file claims. */
    private static double count(double frames, Senses senses, List<Integer> hidden) {
        double below = frames * senses.observed() + senses.actions();
        double count = 0;
        for (int width : hidden) {
            count += (below + 1) * width;
            below = width;
        }
        return count;
    }
}
