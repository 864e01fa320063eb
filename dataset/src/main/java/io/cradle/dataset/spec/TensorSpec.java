package io.cradle.dataset.spec;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * Everything that is needed to understand one tensor, for a single time step.
 *
 * @param name column name, such as {@code lcd}: lower-case letters, digits and underscores, a letter first
 * @param encoding how elements are kept
 * @param shape sizes, outermost first and without the time axis; {@code []} is a scalar
 * @param channels one per element in row-major order, or empty where elements are alike (pixels)
 * @param scaling how stored values follow from physical ones
 * @param low least stored value that is valid
 * @param high greatest stored value that is valid
 * @param rate steps a second in Hz; 0 where steps are uneven and a tensor {@code time} holds their stamps
 */
public record TensorSpec(
        String name,
        Encoding encoding,
        List<Integer> shape,
        List<Channel> channels,
        Scaling scaling,
        double low,
        double high,
        double rate)
        implements Serializable {
    private static final int MOST_ELEMENTS = 1 << 24;
    private static final int COLOURED = 3;
    private static final int COLOURS = 3;

    public TensorSpec {
        shape = List.copyOf(shape);
        channels = List.copyOf(channels);
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "Invalid tensor name '%s': use lower-case letters, digits and underscores".formatted(name));
        }
        if (shape.stream().anyMatch(size -> size <= 0)) {
            throw new IllegalArgumentException(
                    "Invalid shape %s of tensor '%s': sizes must be positive; leave out the time axis"
                            .formatted(shape, name));
        }
        if (product(shape) > MOST_ELEMENTS) {
            throw new IllegalArgumentException("Invalid shape %s of tensor '%s': more than %d elements a step"
                    .formatted(shape, name, MOST_ELEMENTS));
        }
        if (!channels.isEmpty() && channels.size() != product(shape)) {
            throw new IllegalArgumentException("Invalid channels of tensor '%s': %d names for %d elements"
                    .formatted(name, channels.size(), product(shape)));
        }
        if (encoding == Encoding.PNG && !isPicture(shape)) {
            throw new IllegalArgumentException(
                    "Invalid shape %s of tensor '%s': a PNG is [height, width] or [3, height, width]"
                            .formatted(shape, name));
        }
        if (new HashSet<>(channels.stream().map(Channel::name).toList()).size() != channels.size()) {
            throw new IllegalArgumentException("Invalid channels of tensor '%s': a name stands twice".formatted(name));
        }
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "Invalid range [%s, %s] of tensor '%s': must be finite and in order".formatted(low, high, name));
        }
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(
                    "Invalid rate %s of tensor '%s': must be 0 or a number of Hz".formatted(rate, name));
        }
    }

    /**
     * A binary frame {@code [height, width]}, ink = 1, row 0 at the top.
     *
     * @param rate frames a second
     */
    public static TensorSpec frame(String name, int height, int width, double rate) {
        return new TensorSpec(name, Encoding.BITS, List.of(height, width), List.of(), Scaling.NONE, 0, 1, rate);
    }

    /** A vector of named float32 channels, {@code [channels.size()]}. */
    public static TensorSpec vector(
            String name, List<Channel> channels, Scaling scaling, double low, double high, double rate) {
        return new TensorSpec(name, Encoding.F32, List.of(channels.size()), channels, scaling, low, high, rate);
    }

    private static boolean isPicture(List<Integer> shape) {
        return shape.size() == 2 || (shape.size() == COLOURED && shape.get(0) == COLOURS);
    }

    /** Elements in one time step. */
    public int elements() {
        return (int) product(shape);
    }

    /** Bytes in one time step. */
    public int bytes() {
        return encoding.bytes(elements());
    }

    private static long product(List<Integer> shape) {
        long product = 1; // a loop, since every access to an element asks for this
        for (int size : shape) {
            product = Math.min(product * size, Integer.MAX_VALUE);
        }
        return product;
    }
}
