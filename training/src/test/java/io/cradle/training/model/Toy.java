package io.cradle.training.model;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.Window;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A world for tests, of which it is known what can be foreseen. */
interface Toy {
    /** Frames, actions that do nothing, and perhaps proprio, of so many steps from a start that is drawn. */
    List<Tensor> play(int steps, Random random);

    default List<Window> windows(int many, int steps, Random random) {
        return IntStream.range(0, many)
                .mapToObj(n -> new Window("e" + n, 0, play(steps, random)))
                .toList();
    }

    default List<Recording> recordings(int many, int steps, Random random) {
        return IntStream.range(0, many)
                .mapToObj(n -> recording(Episode.idOf("toy", "0", Integer.toString(n)), play(steps, random)))
                .toList();
    }

    private static Recording recording(String id, List<Tensor> tensors) {
        Provenance toy =
                new Provenance("test", "Toy", "0", "none", 0, "test", id, Split.TEST, Provenance.SplitBy.SOURCE);
        return Recording.of(new Episode(id, tensors, toy));
    }

    /** {@code [T, H, W]} of {@code [T * H * W]}. */
    static Tensor frames(int height, int width, boolean[] ink) {
        return Tensor.ofBits(TensorSpec.frame(Layout.FRAME, height, width, 10), ink);
    }

    /** One number a step, which does nothing. */
    static Tensor still(int steps) {
        return numbers(Layout.ACTION, 1, new float[steps]);
    }

    /** {@code [T, size]}, each in [-1, 1]. */
    static Tensor numbers(String name, int size, float[] values) {
        List<Channel> channels = IntStream.range(0, size)
                .mapToObj(i -> new Channel("c" + i, "1", -1, 1))
                .toList();
        return Tensor.ofFloats(TensorSpec.vector(name, channels, Scaling.NONE, -1, 1, 10), values);
    }
}
