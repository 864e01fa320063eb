package io.cradle.training.model;

import java.util.SplittableRandom;

/**
 * Independent categorical variables: the logits of their classes, variable by variable. A state is a one for each variable's class, and
 * zeros.
 *
 * @param latents how many
 * @param classes of each
 */
record CategoricalLatents(int latents, int classes) implements Latents {
    /** Gumbel's distribution: the greatest of logits and such noise is a draw of the softmax. */
    @Override
    public float[] noise(SplittableRandom random) {
        float[] noise = new float[latents * classes];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) -StrictMath.log(-StrictMath.log(random.nextDouble(Double.MIN_NORMAL, 1)));
        }
        return noise;
    }

    @Override
    public float[] drawn(float[] numbers, float[] noise, double temperature) {
        float[] noisy = new float[numbers.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) (numbers[i] / temperature) + noise[i];
        }
        return likeliest(noisy);
    }

    @Override
    public float[] likeliest(float[] numbers) {
        float[] state = new float[numbers.length];
        for (int from = 0; from < state.length; from += classes) {
            int most = from;
            for (int i = from + 1; i < from + classes; i++) {
                most = numbers[i] > numbers[most] ? i : most;
            }
            state[most] = 1;
        }
        return state;
    }

    @Override
    public double log(float[] numbers, float[] state) {
        double log = 0;
        for (int from = 0; from < state.length; from += classes) {
            double total = logSum(numbers, from);
            for (int i = from; i < from + classes; i++) {
                log += state[i] > 0 ? numbers[i] - total : 0;
            }
        }
        return log;
    }

    @Override
    public double divergence(float[] q, float[] p) {
        double nats = 0;
        for (int from = 0; from < q.length; from += classes) {
            double totalQ = logSum(q, from);
            double totalP = logSum(p, from);
            for (int i = from; i < from + classes; i++) {
                double log = q[i] - totalQ;
                nats += StrictMath.exp(log) * (log - (p[i] - totalP));
            }
        }
        return nats;
    }

    /** ln of a variable's Σ e^logit. */
    private double logSum(float[] logits, int from) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + classes; i++) {
            most = Math.max(most, logits[i]);
        }
        double sum = 0;
        for (int i = from; i < from + classes; i++) {
            sum += StrictMath.exp(logits[i] - most);
        }
        return most + StrictMath.log(sum);
    }
}
