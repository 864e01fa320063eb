package io.cradle.training.model;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sizes of what a network sees of a world, says of it, and does in it.
 *
 * @param height of a frame
 * @param width of a frame
 * @param proprio P, numbers of proprio that it is told of; 0 where a world has none
 * @param said of those the last, which it says of the next observation: all, or with {@link ModelConfig#motion} the latter half
 * @param actions A, elements of an action
 */
public record Senses(int height, int width, int proprio, int said, int actions) implements Serializable {
    public Senses {
        if (height < 1 || width < 1 || proprio < 0 || said < 0 || said > proprio || actions < 1) {
            throw new IllegalArgumentException(
                    "Invalid network frame=%dx%d, proprio=%d, of which %d are said, actions=%d: each must be at least 1, proprio 0"
                            .formatted(height, width, proprio, said, actions));
        }
    }

    /** Where all numbers of proprio are said. */
    public Senses(int height, int width, int proprio, int actions) {
        this(height, width, proprio, proprio, actions);
    }

    /** Those of this layout, whose frames must be binary. */
    public static Senses of(ModelConfig model, Layout layout) {
        ModelShape.pixels(layout);
        List<Integer> frame = layout.require(Layout.FRAME).shape();
        int felt = felt(layout).map(TensorSpec::elements).orElse(0);
        return new Senses(
                frame.get(0),
                frame.get(1),
                model.motion() ? 2 * felt : felt,
                felt,
                layout.require(Layout.ACTION).elements());
    }

    /** Of a table's layout what such networks read: frames, actions, and proprio where there is any. */
    public static Layout read(Layout table) {
        return new Layout(Stream.of(
                        Optional.of(table.require(Layout.FRAME)),
                        Optional.of(table.require(Layout.ACTION)),
                        felt(table))
                .flatMap(Optional::stream)
                .toList());
    }

    /** Proprio, where a world has any: one without a robot records that there is nothing. */
    static Optional<TensorSpec> felt(Layout layout) {
        return layout.find(Layout.PROPRIO).filter(spec -> !spec.channels().equals(List.of(Channel.NOTHING)));
    }

    /** F = height * width. */
    public int pixels() {
        return height * width;
    }

    /** Numbers of an observation: F + P. */
    public int observed() {
        return pixels() + proprio;
    }

    /** Numbers of an observation and an action: F + P + A. */
    public int joined() {
        return observed() + actions;
    }

    /**
     * {@code [F + P + A]}: an observation and the action taken at it in one row.
     *
     * @throws IllegalArgumentException if they are of other sizes
     */
    public float[] joined(Observation seen, float[] action) {
        float[] joined = new float[joined()];
        put(seen, joined, 0);
        put(action, joined, observed());
        return joined;
    }

    /** Writes frame and proprio of an observation into a row, from here on. */
    void put(Observation seen, float[] row, int from) {
        if (seen.frame().length != pixels() || seen.proprio().length < proprio) {
            throw new IllegalArgumentException(
                    "Cannot predict from %d pixels and %d numbers of proprio: the network takes %d and %d"
                            .formatted(seen.frame().length, seen.proprio().length, pixels(), proprio));
        }
        System.arraycopy(seen.frame(), 0, row, from, pixels());
        System.arraycopy(seen.proprio(), 0, row, from + pixels(), proprio);
    }

    /** Writes an action into a row, from here on. */
    void put(float[] action, float[] row, int from) {
        if (action.length != actions) {
            throw new IllegalArgumentException(
                    "Cannot predict from %d numbers of action: the network takes %d".formatted(action.length, actions));
        }
        System.arraycopy(action, 0, row, from, actions);
    }
}
