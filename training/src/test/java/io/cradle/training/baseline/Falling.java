package io.cradle.training.baseline;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.Recording;
import java.util.List;
import java.util.Random;

/**
 * A world of one square of 3 × 3 pixels that is thrown up and falls, out of a frame of 16 × 16, and numbers that say how high it is and how
 * far it has turned.
 */
public final class Falling {
    static final int SIZE = 16;
    static final double FALL = 0.5; // pixels a step, each step
    private static final int STEPS = 14;
    private static final TensorSpec ACTION =
            TensorSpec.vector(Layout.ACTION, List.of(new Channel("nothing", "1", -1, 1)), Scaling.NONE, -1, 1, 10);
    private static final double TURN = 0.4; // rad a step
    private static final TensorSpec PROPRIO = TensorSpec.vector(
            Layout.PROPRIO,
            List.of(
                    new Channel("y", "m", 0, SIZE),
                    new Channel("square:cos", "1", -1, 1),
                    new Channel("square:sin", "1", -1, 1)),
            Scaling.NONE,
            -40,
            40,
            10);

    private Falling() {}

    /** One throw. */
    public static Recording recording(int seed) {
        Random random = new Random(seed);
        double y = 3 + 4 * random.nextDouble();
        double x = 2 + 4 * random.nextDouble();
        double down = -1.5 + random.nextDouble();
        double right = 0.3 + 0.5 * random.nextDouble();
        boolean[] pixels = new boolean[STEPS * SIZE * SIZE];
        float[] proprio = new float[3 * STEPS];
        for (int t = 0; t < STEPS; t++) {
            draw(pixels, t, (int) Math.rint(y), (int) Math.rint(x));
            proprio[3 * t] = (float) y;
            proprio[3 * t + 1] = (float) Math.cos(TURN * t);
            proprio[3 * t + 2] = (float) Math.sin(TURN * t);
            y += down + FALL / 2;
            x += right;
            down += FALL;
        }
        return recorded(seed, SIZE, pixels, proprio);
    }

    /** Noise of 3 × 3 pixels. */
    static Recording tiny(int seed) {
        Random random = new Random(seed);
        boolean[] pixels = new boolean[STEPS * 9];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(3) == 0;
        }
        return recorded(1000 + seed, 3, pixels, new float[3 * STEPS]);
    }

    private static void draw(boolean[] pixels, int t, int y, int x) {
        for (int i = 0; i < 9; i++) {
            int row = y + i / 3 - 1;
            int column = x + i % 3 - 1;
            if (row >= 0 && row < SIZE && column >= 0 && column < SIZE) {
                pixels[(t * SIZE + row) * SIZE + column] = true;
            }
        }
    }

    private static Recording recorded(int seed, int size, boolean[] pixels, float[] proprio) {
        String id = Episode.idOf("falling", Integer.toString(seed));
        return Recording.of(new Episode(
                id,
                List.of(
                        Tensor.ofBits(TensorSpec.frame(Layout.FRAME, size, size, 10), pixels),
                        Tensor.ofFloats(PROPRIO, proprio),
                        Tensor.ofFloats(ACTION, new float[STEPS])),
                new Provenance(
                        "rollout", "falling", "0", "none", seed, "test", id, Split.TEST, Provenance.SplitBy.HASH)));
    }
}
