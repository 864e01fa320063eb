package io.cradle.training.model;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Windows of noise, and what is seen in them. */
public final class RandomWindows {
    private RandomWindows() {}

    /** Frames of which a third is ink, actions, and proprio where there is any, each in [-1, 1]. */
    public static Window of(Senses senses, int steps, long seed) {
        Random random = new Random(seed);
        boolean[] bits = new boolean[steps * senses.pixels()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextInt(3) == 0;
        }
        List<Tensor> tensors = new ArrayList<>(List.of(
                Tensor.ofBits(TensorSpec.frame(Layout.FRAME, senses.height(), senses.width(), 10), bits),
                numbers(Layout.ACTION, steps, senses.actions(), random)));
        if (senses.proprio() > 0) {
            tensors.add(numbers(Layout.PROPRIO, steps, senses.proprio(), random));
        }
        return new Window("e", 0, tensors);
    }

    private static Tensor numbers(String name, int steps, int size, Random random) {
        List<Channel> channels = IntStream.range(0, size)
                .mapToObj(i -> new Channel("c" + i, "1", -1, 1))
                .toList();
        float[] values = new float[steps * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return Tensor.ofFloats(TensorSpec.vector(name, channels, Scaling.NONE, -1, 1, 10), values);
    }

    /** o_t. */
    public static Observation observation(Window window, int t) {
        float[] proprio =
                window.find(Layout.PROPRIO).map(tensor -> tensor.floats(t)).orElse(new float[0]);
        return new Observation(window.require(Layout.FRAME).floats(t), proprio);
    }

    /** a_t. */
    public static float[] action(Window window, int t) {
        return window.require(Layout.ACTION).floats(t);
    }

    /** The first so many observations, and the actions between them. */
    public static Prompt prompt(Window window, int length) {
        return new Prompt(
                IntStream.range(0, length).mapToObj(t -> observation(window, t)).toList(),
                IntStream.range(0, length - 1).mapToObj(t -> action(window, t)).toList());
    }
}
