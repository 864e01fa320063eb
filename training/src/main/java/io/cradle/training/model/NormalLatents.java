package io.cradle.training.model;

import java.util.SplittableRandom;

/**
 * Independent normal variables: their means, then the numbers whose softplus is added to the least deviation.
 *
 * @param latents how many
 */
record NormalLatents(int latents) implements Latents {
    private static final double NORMAL = 0.5 * Math.log(2 * Math.PI);

    @Override
    public float[] noise(SplittableRandom random) {
        float[] noise = new float[latents];
        for (int i = 0; i < latents; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    @Override
    public float[] drawn(float[] numbers, float[] noise, double temperature) {
        float[] state = likeliest(numbers);
        for (int i = 0; i < latents; i++) {
            state[i] += (float) (temperature * deviation(numbers, i) * noise[i]);
        }
        return state;
    }

    @Override
    public float[] likeliest(float[] numbers) {
        float[] state = new float[latents];
        System.arraycopy(numbers, 0, state, 0, latents);
        return state;
    }

    private double deviation(float[] numbers, int i) {
        double x = numbers[latents + i];
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))) + RssmShape.LEAST_DEVIATION;
    }

    @Override
    public double log(float[] numbers, float[] state) {
        double log = 0;
        for (int i = 0; i < latents; i++) {
            double deviation = deviation(numbers, i);
            double off = (state[i] - numbers[i]) / deviation;
            log -= off * off / 2 + StrictMath.log(deviation) + NORMAL;
        }
        return log;
    }

    @Override
    public double divergence(float[] q, float[] p) {
        double nats = 0;
        for (int i = 0; i < latents; i++) {
            double narrow = deviation(q, i);
            double wide = deviation(p, i);
            double off = q[i] - p[i];
            nats += StrictMath.log(wide / narrow) + (narrow * narrow + off * off) / (2 * wide * wide) - 0.5;
        }
        return nats;
    }
}
