package io.cradle.training.model;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands for frames where a table of a robot has none: frames of one pixel that is never ink. Networks and rulers then need no case of
 * their own for such tables, and the frame costs next to nothing; nothing of it is ever written to a table.
 */
public final class Blank {
    private Blank() {}

    /** Whether these are frames that stand for none. */
    public static boolean is(TensorSpec spec) {
        return spec.name().equals(Layout.FRAME) && spec.shape().equals(List.of(1, 1));
    }

    /** Whether there are frames to be seen. */
    public static boolean lacks(Layout layout) {
        return layout.find(Layout.FRAME).filter(spec -> !is(spec)).isEmpty();
    }

    /** A layout with frames: its own, or blank ones before all else where it has proprio alone. */
    public static Layout in(Layout table) {
        if (table.find(Layout.FRAME).isPresent() || Senses.felt(table).isEmpty()) {
            return table;
        }
        List<TensorSpec> tensors = new ArrayList<>(List.of(spec(table.require(Layout.PROPRIO))));
        tensors.addAll(table.tensors());
        return new Layout(tensors);
    }

    /** Of a layout what a table holds of it: all but blank frames. */
    public static Layout without(Layout layout) {
        return new Layout(layout.tensors().stream().filter(spec -> !is(spec)).toList());
    }

    /** A window with frames: its own, or blank ones before all else. */
    public static Window in(Window window) {
        return window.find(Layout.FRAME).isPresent()
                ? window
                : new Window(window.episode(), window.firstStep(), in(window.tensors()));
    }

    /** Observations with frames: their own, or blank ones before all else. */
    public static List<Tensor> in(List<Tensor> tensors) {
        if (tensors.isEmpty()
                || tensors.stream().anyMatch(tensor -> tensor.spec().name().equals(Layout.FRAME))) {
            return tensors;
        }
        List<Tensor> all = new ArrayList<>(List.of(rows(tensors.get(0))));
        all.addAll(tensors);
        return all;
    }

    /** The frames of an episode: its own, or blank ones. */
    public static Tensor frames(Episode episode) {
        return episode.find(Layout.FRAME)
                .orElseGet(() -> rows(
                        episode.find(Layout.PROPRIO).orElse(episode.tensors().get(0))));
    }

    private static Tensor rows(Tensor beside) {
        return Tensor.ofBits(spec(beside.spec()), new boolean[beside.rows()]);
    }

    /** At the rate of what stands beside it. */
    private static TensorSpec spec(TensorSpec beside) {
        return TensorSpec.frame(Layout.FRAME, 1, 1, beside.rate());
    }
}
