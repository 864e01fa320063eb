package io.cradle.dataset.score;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Tensor;
import java.util.Arrays;
import java.util.BitSet;

/** For how long nothing observed changes; see {@link Signal#observes} for what is none. */
final class Stillness {
    private Stillness() {}

    /** Longest run of consecutive steps that all show the same, in steps; 0 where nothing is observed at all. */
    static int longest(Episode episode) {
        BitSet moved = new BitSet(episode.steps());
        boolean observes = false;
        for (Tensor tensor : episode.tensors()) {
            if (Signal.observes(tensor.spec().name())) {
                observes = true;
                mark(tensor, Measured.of(episode, tensor.spec()), moved);
            }
        }
        return observes ? longestRun(moved, episode.steps()) : 0;
    }

    /** Sets bit t for every step t in which an element differs from step t - 1, both measured. */
    private static void mark(Tensor tensor, Measured measured, BitSet moved) {
        byte[] bytes = tensor.bytes();
        int row = tensor.spec().bytes();
        boolean always = measured.always();
        for (int t = 1; t < tensor.rows(); t++) {
            boolean same = Arrays.equals(bytes, (t - 1) * row, t * row, bytes, t * row, (t + 1) * row);
            if (!moved.get(t) && !same && (always || changes(tensor, measured, t))) {
                moved.set(t);
            }
        }
    }

    private static boolean changes(Tensor tensor, Measured measured, int t) {
        for (int element = 0; element < tensor.spec().elements(); element++) {
            if (differs(tensor, t, element) && measured.at(t, element) && measured.at(t - 1, element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(Tensor tensor, int t, int element) {
        if (tensor.spec().encoding() == Encoding.I64) {
            return tensor.integer(t, element) != tensor.integer(t - 1, element);
        }
        return Float.compare(tensor.value(t, element), tensor.value(t - 1, element)) != 0;
    }

    private static int longestRun(BitSet moved, int steps) {
        int longest = 0;
        for (int start = 0; start < steps; ) {
            int next = moved.nextSetBit(start + 1);
            int end = next < 0 ? steps : next;
            longest = Math.max(longest, end - start);
            start = end;
        }
        return longest;
    }
}
