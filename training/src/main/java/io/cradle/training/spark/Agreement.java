package io.cradle.training.spark;

import java.io.Serializable;
import java.util.List;

/**
 * How far workers went the same way in a round.
 *
 * @param dispersion mean distance of a worker's parameters from the average, in units of how far the average went; 0 is all alike
 * @param cosine mean over pairs of workers of the cosine between their changes: near 1 a round may be longer, or workers are wasted;
 *     below 0.2 it is too long, or the step size too great. 1 for one worker
 */
public record Agreement(double dispersion, double cosine) implements Serializable {
    /**
     * Of workers that started from the same parameters.
     *
     * @param before {@code [parameters]} where they started
     * @param average {@code [parameters]} of where they ended
     */
    static Agreement of(List<WorkerState> workers, float[] before, float[] average) {
        double[][] products = new double[workers.size()][workers.size()];
        double away = 0;
        for (int k = 0; k < products.length; k++) {
            away += Math.sqrt(
                    product(workers.get(k).parameters(), workers.get(k).parameters(), average));
            for (int j = 0; j <= k; j++) {
                products[k][j] =
                        product(workers.get(k).parameters(), workers.get(j).parameters(), before);
            }
        }
        return new Agreement(
                ratio(away / workers.size(), Math.sqrt(product(average, average, before))), cosine(products));
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

    /** Σ (left − from) (right − from). */
    private static double product(float[] left, float[] right, float[] from) {
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += ((double) left[i] - from[i]) * ((double) right[i] - from[i]);
        }
        return sum;
    }

    /** 0 where nothing moved. */
    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
