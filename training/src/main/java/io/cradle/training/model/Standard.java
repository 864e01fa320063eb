package io.cradle.training.model;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.Window;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * How numbers that are stored as they were measured become numbers of order one, as networks need them: by their mean and deviation on TRAIN.
 * What is stored scaled, or in channels within [-1, 1], stays as it is.
 *
 * @param proprio of its channels
 * @param action of its channels
 */
public record Standard(Axes proprio, Axes action) implements Serializable {
    /** Everything stays as it is. */
    public static final Standard NONE = new Standard(Axes.NONE, Axes.NONE);

    /**
     * What is measured on windows of TRAIN.
     *
     * @param windows of one layout
     * @param layout of what the model reads
     */
    public static Standard of(List<Window> windows, Layout layout) {
        return new Standard(axes(windows, layout, Layout.PROPRIO), axes(windows, layout, Layout.ACTION));
    }

    private static Axes axes(List<Window> windows, Layout layout, String name) {
        Optional<TensorSpec> wide = layout.find(name).filter(Standard::isWide);
        return wide.isEmpty()
                ? Axes.NONE
                : Axes.of(windows.stream().map(window -> window.require(name)).toList());
    }

    private static boolean isWide(TensorSpec spec) {
        return spec.scaling() == Scaling.NONE
                && spec.channels().stream().anyMatch(channel -> channel.low() < -1 || channel.high() > 1);
    }

    /** Whether everything stays as it is. */
    public boolean changesNothing() {
        return equals(NONE);
    }

    /** A window as networks take it. */
    public Window in(Window window) {
        return changesNothing()
                ? window
                : new Window(
                        window.episode(),
                        window.firstStep(),
                        window.tensors().stream().map(this::in).toList());
    }

    private Tensor in(Tensor tensor) {
        return switch (tensor.spec().name()) {
            case Layout.PROPRIO -> proprio.in(tensor);
            case Layout.ACTION -> action.in(tensor);
            default -> tensor;
        };
    }

    /** A network of such numbers as a model of the stored ones. */
    public WorldModel of(WorldModel network) {
        return changesNothing() ? network : new Standardised(network, this);
    }
}
