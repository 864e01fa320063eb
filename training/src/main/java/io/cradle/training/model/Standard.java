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
 * <p>Where a model is of proprio's motion, its network is told of each number of proprio how it is, and how it changed in the last step, in
 * units of such changes; and says how it changes next, in the same units.
 *
 * @param proprio of its channels
 * @param action of its channels
 * @param motion of proprio's changes from step to step; none where a network says what proprio is
 */
public record Standard(Axes proprio, Axes action, Axes motion) implements Serializable {
    /** Everything stays as it is. */
    public static final Standard NONE = new Standard(Axes.NONE, Axes.NONE, Axes.NONE);

    /**
     * What is measured on windows of TRAIN.
     *
     * @param windows of one layout, of at least two steps
     * @param layout of what the model reads
     * @param motion whether the model is of proprio's motion
     */
    public static Standard of(List<Window> windows, Layout layout, boolean motion) {
        Standard still =
                new Standard(axes(windows, layout, Layout.PROPRIO), axes(windows, layout, Layout.ACTION), Axes.NONE);
        return motion && Senses.felt(layout).isPresent() ? Motion.measured(still, windows) : still;
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

    /** A window as networks take it; of motion one step shorter, for of its first it is not known. */
    public Window in(Window window) {
        if (changesNothing()) {
            return window;
        }
        int first = motion.isNone() ? 0 : 1;
        return new Window(
                window.episode(),
                window.firstStep() + first,
                window.tensors().stream()
                        .map(tensor -> in(tensor).slice(first, tensor.rows()))
                        .toList());
    }

    private Tensor in(Tensor tensor) {
        return switch (tensor.spec().name()) {
            case Layout.PROPRIO -> motion.isNone() ? proprio.in(tensor) : new Motion(this).in(tensor);
            case Layout.ACTION -> action.in(tensor);
            default -> tensor;
        };
    }

    /** Bits that a density gains from being told of stored proprio and not of what the network says. */
    double bits() {
        return motion.isNone() ? proprio.bits() : motion.bits();
    }

    /** A network of such numbers as a model of the stored ones. */
    public WorldModel of(WorldModel network) {
        return changesNothing() ? network : new Standardised(network, this);
    }
}
