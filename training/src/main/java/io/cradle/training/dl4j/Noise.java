package io.cradle.training.dl4j;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Random numbers that a graph takes as an input: it has none of its own, so that a step repeats bit for bit. */
public enum Noise {
    /** Standard normal. */
    NORMAL {
        @Override
        double next(SplittableRandom random) {
            return random.nextGaussian();
        }
    },
    /** Gumbel's: the greatest of logits and such noise is a draw of the softmax. */
    GUMBEL {
        @Override
        double next(SplittableRandom random) {
            return -Math.log(-Math.log(random.nextDouble(Double.MIN_NORMAL, 1)));
        }
    };

    abstract double next(SplittableRandom random);

    /** Writes new numbers over those of an array. */
    void fill(INDArray array, SplittableRandom random) {
        float[] values = new float[Math.toIntExact(array.length())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) next(random);
        }
        try (INDArray drawn = Vectors.array(values, array.shape())) {
            array.assign(drawn);
        }
    }
}
