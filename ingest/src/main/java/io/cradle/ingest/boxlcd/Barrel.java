package io.cradle.ingest.boxlcd;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.npz.NpyHeader;
import io.cradle.ingest.npz.NpyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the headers of a file declare, once they have been found to agree: N rollouts of T steps.
 *
 * @param episodes N
 * @param steps T
 * @param layout frames {@code [H, W]}, then what the robot feels {@code [P]} and the full state {@code [S]} where they
 *     were collected, then actions {@code [A]}
 */
record Barrel(int episodes, int steps, Layout layout) {
    /** Every environment of boxLCD runs at this rate, in Hz. */
    private static final double RATE = 10;
    /** Positions and directions are scaled to [-1, 1] but not clipped: a leg may poke through the floor. */
    private static final double NORMALISED = 2;
    /** Most bytes of one rollout as it stands in the file: what is held at once. */
    private static final long MOST_BYTES = 1L << 28;

    private static final List<String> VECTORS = List.of(Layout.PROPRIO, Layout.STATE, Layout.ACTION);
    private static final Set<String> KNOWN = Set.of(Layout.FRAME, Layout.PROPRIO, Layout.STATE, Layout.ACTION);
    private static final Set<NpyType> PIXELS = Set.of(NpyType.BOOL, NpyType.U8);
    private static final Set<NpyType> NUMBERS = Set.of(NpyType.F32, NpyType.F64);

    /**
     * Checks the arrays of a file.
     *
     * @throws IllegalArgumentException saying what is wrong, as the end of a sentence about the file
     */
    static Barrel of(Map<String, NpyHeader> arrays) {
        requireNames(arrays.keySet());
        arrays.forEach(Barrel::requireArray);
        List<Integer> frames = arrays.get(Layout.FRAME).shape();
        arrays.forEach((name, header) -> requireSameRollouts(frames, name, header));
        requireBounded(frames.get(0), arrays);
        return new Barrel(frames.get(0), frames.get(1), layout(arrays));
    }

    private static void requireNames(Set<String> names) {
        if (!names.contains(Layout.FRAME) || !names.contains(Layout.ACTION) || !KNOWN.containsAll(names)) {
            throw new IllegalArgumentException(
                    "it holds the arrays %s, but boxLCD's collector writes 'lcd', 'action' and maybe 'proprio', 'full_state'; save those alone"
                            .formatted(names));
        }
    }

    private static void requireArray(String name, NpyHeader header) {
        boolean frames = name.equals(Layout.FRAME);
        int dimensions = frames ? 4 : 3;
        if (header.shape().size() != dimensions) {
            throw new IllegalArgumentException("array '%s' has the shape %s, but must be %s; collect it again"
                    .formatted(name, header.shape(), frames ? "[N, T, H, W]" : "[N, T, channels]"));
        }
        if (header.shape().contains(0)) {
            throw new IllegalArgumentException(
                    "array '%s' has the shape %s: it holds nothing; collect at least one rollout"
                            .formatted(name, header.shape()));
        }
        if (!(frames ? PIXELS : NUMBERS).contains(header.type())) {
            throw new IllegalArgumentException("array '%s' has the dtype '%s', but must be %s; convert it"
                    .formatted(name, header.type().description(), frames ? "bool" : "float32 or float64"));
        }
    }

    private static void requireSameRollouts(List<Integer> frames, String name, NpyHeader header) {
        if (!header.shape().subList(0, 2).equals(frames.subList(0, 2))) {
            throw new IllegalArgumentException(
                    "arrays 'lcd' %s and '%s' %s differ in rollouts or steps; collect them again together"
                            .formatted(frames, name, header.shape()));
        }
    }

    private static void requireBounded(int episodes, Map<String, NpyHeader> arrays) {
        long bytes = arrays.values().stream()
                .mapToLong(header -> Math.min(header.bytes() / episodes, 1 + MOST_BYTES))
                .sum();
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "one rollout takes more than %d bytes; collect shorter ones".formatted(MOST_BYTES));
        }
    }

    private static Layout layout(Map<String, NpyHeader> arrays) {
        List<Integer> frames = arrays.get(Layout.FRAME).shape();
        List<TensorSpec> tensors = new ArrayList<>();
        tensors.add(TensorSpec.frame(Layout.FRAME, frames.get(2), frames.get(3), RATE));
        for (String name : VECTORS) {
            if (arrays.containsKey(name)) {
                tensors.add(vector(name, arrays.get(name).shape().get(2)));
            }
        }
        return new Layout(tensors);
    }

    /** Channels are numbered: the file does not name them. */
    private static TensorSpec vector(String name, int size) {
        double limit = name.equals(Layout.ACTION) ? 1 : NORMALISED;
        List<Channel> channels = IntStream.range(0, size)
                .mapToObj(i -> new Channel(name + "_" + i, "1", -1, 1))
                .toList();
        return TensorSpec.vector(name, channels, Scaling.NONE, -limit, limit, RATE);
    }
}
