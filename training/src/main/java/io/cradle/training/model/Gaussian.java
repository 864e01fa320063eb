package io.cradle.training.model;

import java.util.SplittableRandom;

/** Independent normal distributions of the numbers of proprio, in N worlds. Shares its arrays: nobody writes to them. */
public final class Gaussian {
    /** Of a model that says nothing: P is 0. */
    public static final Gaussian NONE = new Gaussian(new float[0][], new float[0]);

    private static final float[] NOTHING = {};
    private static final double NORMAL = 0.5 * Math.log(2 * Math.PI);

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

    /**
     * -ln of the density in world n, which depends on the numbers' units.
     *
     * @param came {@code [P]}
     */
    public double nats(int n, float[] came) {
        double nats = 0;
        for (int i = 0; i < deviation.length; i++) {
            double z = (came[i] - (double) mean[n][i]) / deviation[i];
            nats += z * z / 2 + Math.log(deviation[i]) + NORMAL;
        }
        return nats;
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
