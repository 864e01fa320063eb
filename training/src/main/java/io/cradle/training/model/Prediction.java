package io.cradle.training.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What o_{t+1} may be in N worlds. */
public interface Prediction {
    /** Above this p(ink) a pixel is drawn as ink where a single frame is asked for. */
    float THRESHOLD = 0.5f;

    /**
     * {@code [N, F]} p(ink) of each pixel by itself, in [0, 1]; not to be written to. A model whose pixels depend on each other gives each
     * one's p given the likeliest pixels before it.
     */
    float[][] ink();

    /** {@code [F]} numbers of the pixels, row-major in a frame, in the order in which they are said. */
    default int[] order() {
        return IntStream.range(0, ink()[0].length).toArray();
    }

    /**
     * {@code [N, F]} p(ink) of each pixel given the pixels before it in {@link #order} in the frame that came: what a likelihood is made
     * of. A model whose pixels do not depend on each other gives {@link #ink}.
     *
     * @param came {@code [N, F]}, 0 or 1; of it only the pixels before each one are looked at
     */
    default float[][] ink(float[][] came) {
        return ink();
    }

    /** What p becomes when its logit is divided by a temperature, above 0. */
    static double tempered(double p, double temperature) {
        return temperature == 1 ? p : 1 / (1 + StrictMath.pow(1 / p - 1, 1 / temperature));
    }

    /** What proprio is expected to be; {@link Gaussian#NONE} where the model says nothing of it. */
    default Gaussian proprio() {
        return Gaussian.NONE;
    }

    /** The likeliest frames, pixel by pixel, with the expected proprio: N observations. */
    default List<Observation> cut() {
        float[][] ink = ink();
        List<Observation> cut = new ArrayList<>(ink.length);
        for (int n = 0; n < ink.length; n++) {
            float[] frame = new float[ink[n].length];
            for (int pixel = 0; pixel < frame.length; pixel++) {
                frame[pixel] = ink[n][pixel] > THRESHOLD ? 1 : 0;
            }
            cut.add(new Observation(frame, proprio().mean(n)));
        }
        return cut;
    }

    /**
     * N observations drawn from it.
     *
     * @param random one source of randomness a world
     */
    default List<Observation> sample(List<SplittableRandom> random) {
        return sample(random, 1);
    }

    /**
     * N observations drawn from it at a temperature.
     *
     * @param random one source of randomness a world
     * @param temperature above 0: what logits are divided by, and deviations multiplied with; 1 draws as the model says, less draws what is
     *     likelier
     */
    default List<Observation> sample(List<SplittableRandom> random, double temperature) {
        float[][] ink = ink();
        List<Observation> drawn = new ArrayList<>(ink.length);
        for (int n = 0; n < ink.length; n++) {
            float[] frame = new float[ink[n].length];
            for (int pixel = 0; pixel < frame.length; pixel++) {
                frame[pixel] = random.get(n).nextDouble() < tempered(ink[n][pixel], temperature) ? 1 : 0;
            }
            drawn.add(new Observation(frame, proprio().sample(n, random.get(n), temperature)));
        }
        return drawn;
    }
}
