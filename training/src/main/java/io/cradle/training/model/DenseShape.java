package io.cradle.training.model;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sizes of the dense network that a {@link ModelConfig} and a layout ask for, known without building it: so that what
 * a file claims can be checked before memory is taken.
 *
 * @param frames K, frames it sees
 * @param pixels F, pixels of a frame
 * @param actions A, elements of an action
 * @param hidden widths of the hidden layers
 */
public record DenseShape(int frames, int pixels, int actions, List<Integer> hidden) implements Serializable {
    /** Adam keeps two moments of each parameter. */
    private static final int MOMENTS = 2;

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
        TensorSpec frame = layout.require(Layout.FRAME);
        if (frame.encoding() != Encoding.BITS) {
            throw new IllegalArgumentException(
                    "Cannot predict tensor '%s' pixel by pixel: it holds %s, the network needs BITS"
                            .formatted(frame.name(), frame.encoding()));
        }
        return new DenseShape(
                model.frames(), frame.elements(), layout.require(Layout.ACTION).elements(), model.hidden());
    }

    /** Inputs: K * F + A. */
    public int inputs() {
        return frames * pixels + actions;
    }

    /** Weights and biases of all layers. */
    public int parameters() {
        return (int) count(frames, pixels, actions, hidden);
    }

    /** Numbers in the optimiser's state. */
    public int updaterState() {
        return MOMENTS * parameters();
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
