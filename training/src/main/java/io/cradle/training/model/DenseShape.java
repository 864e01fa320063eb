package io.cradle.training.model;

import io.cradle.dataset.spec.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sizes of a dense network.
 *
 * @param frames K, frames it sees
 * @param pixels F, pixels of a frame
 * @param actions A, elements of an action
 * @param hidden widths of the hidden layers
 */
public record DenseShape(int frames, int pixels, int actions, List<Integer> hidden) implements ModelShape {
    private static final long MOST_PARAMETERS = 1L << 27;

    public DenseShape {
        hidden = List.copyOf(hidden);
        if (frames < 1 || pixels < 1 || actions < 1) {
            throw new IllegalArgumentException(
                    "Invalid network frames=%d, pixels=%d, actions=%d: each must be at least 1"
                            .formatted(frames, pixels, actions));
        }
        double parameters = count(frames, pixels, actions, hidden);
        if (parameters > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "Invalid model.hidden=%s: %.0f parameters are more than %d; choose narrower layers"
                            .formatted(hidden, parameters, MOST_PARAMETERS));
        }
    }

    /** The sizes for frames and actions of this layout. */
    public static DenseShape of(ModelConfig model, Layout layout) {
        return new DenseShape(
                model.frames(),
                ModelShape.pixels(layout),
                layout.require(Layout.ACTION).elements(),
                model.hidden());
    }

    /** Inputs: K * F + A. */
    public int inputs() {
        return frames * pixels + actions;
    }

    @Override
    public int promptFrames() {
        return frames;
    }

    @Override
    public WorldModel model(Floats parameters) {
        return new Windowed(new DenseFrameModel(this, parameters));
    }

    @Override
    public int parameters() {
        return (int) count(frames, pixels, actions, hidden);
    }

    /**
     * All K frames and an action in one row, frames first.
     *
     * @throws IllegalArgumentException if they are of other sizes
     */
    float[] joined(float[] past, float[] action) {
        if (past.length != frames * pixels || action.length != actions) {
            throw new IllegalArgumentException(
                    "Cannot predict from %d pixels and %d numbers of action: the network takes %d and %d"
                            .formatted(past.length, action.length, frames * pixels, actions));
        }
        float[] joined = Arrays.copyOf(past, past.length + action.length);
        System.arraycopy(action, 0, joined, past.length, action.length);
        return joined;
    }

    /** Widths of all layers, inputs first and pixels last. */
    public List<Integer> widths() {
        return Stream.of(List.of(inputs()), hidden, List.of(pixels))
                .flatMap(List::stream)
                .toList();
    }

    /** In floating point, where nothing overflows whatever a file claims. */
    private static double count(int frames, int pixels, int actions, List<Integer> hidden) {
        double below = (double) frames * pixels + actions;
        double count = 0;
        for (int width : hidden) {
            count += (below + 1) * width;
            below = width;
        }
        return count + (below + 1) * pixels;
    }
}
