package io.cradle.training.model;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small untrained checkpoints for tests: frames of 3 x 5 pixels, two actions. */
public final class Checkpoints {
    public static final Layout LAYOUT = new Layout(List.of(
            TensorSpec.frame(Layout.FRAME, 3, 5, 10),
            TensorSpec.vector(
                    Layout.ACTION,
                    List.of(new Channel("left", "1", -1, 1), new Channel("right", "1", -1, 1)),
                    Scaling.NONE,
                    -1,
                    1,
                    10)));
    public static final ModelConfig MODEL = ModelConfig.dense(2, List.of(5));
    public static final DenseShape SHAPE = DenseShape.of(MODEL, LAYOUT);
    public static final Origin ORIGIN = new Origin("/data/balls@7", "", List.of("Ball", "Box"), 50);

    private Checkpoints() {}

    public static Checkpoint of(long seed, Origin origin) {
        Random random = new Random(seed);
        return new Checkpoint(
                new Checkpoint.Facts(MODEL, LAYOUT, origin, Map.of("seed", Long.toString(seed)), 12, 0.1),
                Floats.of(normal(random, SHAPE.parameters())),
                Floats.of(normal(random, SHAPE.updaterState())),
                prompts(random, 3));
    }

    private static PromptBank prompts(Random random, int prompts) {
        int rows = prompts * MODEL.frames();
        boolean[] bits = new boolean[rows * SHAPE.pixels()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextBoolean();
        }
        return new PromptBank(
                List.of(
                        Tensor.ofBits(LAYOUT.require(Layout.FRAME), bits),
                        Tensor.ofFloats(LAYOUT.require(Layout.ACTION), normal(random, rows * SHAPE.actions()))),
                MODEL.frames());
    }

    private static float[] normal(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
