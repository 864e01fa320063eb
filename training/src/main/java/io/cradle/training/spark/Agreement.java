package io.cradle.training.spark;

import io.cradle.training.model.Floats;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far workers went the same way in a round.
 *
 * @param dispersion mean distance of a worker's parameters from the average, in units of how far the average went; 0 is all alike
 * @param cosine mean over pairs of workers of the cosine between their changes: near 1 a round may be longer, or workers are wasted;
 *     below 0.2 it is too long, or the step size too great. 1 for one worker
 */
public record Agreement(double dispersion, double cosine) implements Serializable {
    private static final int CHUNK = 1 << 16;

    /**
     * Of workers that started from the same parameters.
     *
     * @param ends {@code [parameters]} where each ended, at least one
     * @param before {@code [parameters]} where they started
     * @param average {@code [parameters]} of the ends
     */
    static Agreement of(List<Floats> ends, Floats before, Floats average) {
        int workers = ends.size();
        double[][] products = new double[workers][workers];
        double away = 0;
        for (int k = 0; k < workers; k++) {
            away += Math.sqrt(product(ends.get(k), ends.get(k), average));
            for (int j = 0; j <= k; j++) {
                products[k][j] = product(ends.get(k), ends.get(j), before);
            }
        }
        return new Agreement(ratio(away / workers, Math.sqrt(product(average, average, before))), cosine(products));
    }

    private static double cosine(double[][] products) {
        double sum = 0;
        int pairs = 0;
        for (int k = 1; k < products.length; k++) {
            for (int j = 0; j < k; j++) {
                sum += ratio(products[k][j], Math.sqrt(products[k][k] * products[j][j]));
                pairs++;
            }
        }
        return pairs == 0 ? 1 : sum / pairs;
    }

    /** Σ (left − from) (right − from), by chunks that are added in their order. */
    private static double product(Floats left, Floats right, Floats from) {
        double[] sums = IntStream.range(0, (from.size() + CHUNK - 1) / CHUNK)
                .parallel()
                .mapToDouble(chunk -> product(left, right, from, chunk * CHUNK))
                .toArray();
        double sum = 0;
        for (double part : sums) {
            sum += part;
        }
        return sum;
    }

    private static double product(Floats left, Floats right, Floats from, int start) {
        double sum = 0;
        for (int i = start; i < Math.min(from.size(), start + CHUNK); i++) {
            sum += ((double) left.at(i) - from.at(i)) * ((double) right.at(i) - from.at(i));
        }
        return sum;
    }

    /** 0 where nothing moved. */
    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
