package io.cradle.training.model;

import java.util.SplittableRandom;

/** Independent normal distributions of the numbers of proprio, in N worlds. Shares its arrays: nobody writes to them. */
public final class Gaussian {
    /** Of a model that says nothing: P is 0. */
    public static final Gaussian NONE = new Gaussian(new float[0][], new float[0]);

    private static final float[] NOTHING = {};

    private final float[][] mean;
    private final float[] deviation;

    /**
     * A distribution.
     *
     * @param mean {@code [N, P]}
     * @param deviation {@code [P]} standard deviation of each number, the same in all worlds, above 0
     */
    public Gaussian(float[][] mean, float[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    /** P; 0 where nothing is said. */
    public int size() {
        return deviation.length;
    }

    /** {@code [P]} of world n. */
    public float[] mean(int n) {
        return size() == 0 ? NOTHING : mean[n];
    }

    /** {@code [P]}. */
    public float[] deviation() {
        return deviation;
    }

    /** {@code [P]} drawn for world n, with deviations that are so many times as great. */
    public float[] sample(int n, SplittableRandom random, double temperature) {
        float[] drawn = mean(n).clone();
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] += (float) (temperature * deviation[i] * random.nextGaussian());
        }
        return drawn;
    }
}
