package io.cradle.dataset.curation;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Measures an episode; a pure function of its tensors. What the validity mask marks as not measured is not judged. */
public final class Scorer {
    private Scorer() {}

    /** All scores of {@code episode}, see the names in {@link Scores}. */
    public static Scores score(Episode episode) {
        Map<String, Double> values = new HashMap<>();
        values.put(Scores.STEPS, (double) episode.steps());
        values.put(Scores.NON_FINITE, 0.0);
        values.put(Scores.OUT_OF_RANGE, 0.0);
        values.put(Scores.STILL_STEPS, (double) Stillness.longest(episode));
        for (Tensor tensor : episode.tensors()) {
            count(episode, tensor, values);
        }
        episode.find(Layout.FRAME)
                .filter(frames -> frames.spec().encoding() == Encoding.BITS)
                .ifPresent(frames -> values.put(Scores.INK, ink(frames)));
        return new Scores(values);
    }

    private static void count(Episode episode, Tensor tensor, Map<String, Double> values) {
        if (tensor.spec().encoding() == Encoding.BITS || tensor.spec().encoding() == Encoding.I64) {
            return; // bits are always 0 or 1, and integers here are time stamps of any size
        }
        Measured measured = Measured.of(episode, tensor.spec());
        for (int t = 0; t < tensor.rows(); t++) {
            for (int element = 0; element < tensor.spec().elements(); element++) {
                if (measured.at(t, element)) {
                    count(tensor.spec(), tensor.value(t, element), values);
                }
            }
        }
    }

    private static void count(TensorSpec spec, float value, Map<String, Double> values) {
        if (!Float.isFinite(value)) {
            values.merge(Scores.NON_FINITE, 1.0, Double::sum);
        } else if (value < (float) spec.low() || value > (float) spec.high()) {
            values.merge(Scores.OUT_OF_RANGE, 1.0, Double::sum);
        }
    }

    /** Bits beyond the end of a row are 0. */
    private static double ink(Tensor frames) {
        long bits = BitSet.valueOf(frames.bytes()).cardinality();
        return bits / ((double) frames.rows() * frames.spec().elements());
    }
}
