package io.cradle.training.evaluation;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.training.model.Recording;
import java.util.List;

/** Recordings that go on otherwise. */
final class Changed {
    private Changed() {}

    /** The same up to o_t and a_{t-1}; from o_{t+1} and a_t on all is different. */
    static Recording after(Recording recording, int t) {
        return after(recording, t, t);
    }

    /** The same up to o_t and up to the action before {@code action}. */
    static Recording after(Recording recording, int t, int action) {
        Episode episode = recording.episode();
        List<Tensor> tensors = episode.tensors().stream()
                .map(tensor -> changed(tensor, tensor.spec().name().equals(Layout.ACTION) ? action : t + 1))
                .toList();
        return Recording.of(new Episode(episode.id(), tensors, episode.provenance()));
    }

    private static Tensor changed(Tensor tensor, int from) {
        int size = tensor.spec().elements();
        if (tensor.spec().encoding() == Encoding.BITS) {
            boolean[] bits = new boolean[tensor.rows() * size];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = tensor.bit(i / size, i % size) ^ i / size >= from;
            }
            return Tensor.ofBits(tensor.spec(), bits);
        }
        float[] values = tensor.floats();
        for (int i = from * size; i < values.length; i++) {
            values[i] += values[i] > 0 ? -0.9f : 0.9f;
        }
        return Tensor.ofFloats(tensor.spec(), values);
    }
}
