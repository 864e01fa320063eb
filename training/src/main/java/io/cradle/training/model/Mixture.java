package io.cradle.training.model;

import java.util.Arrays;
import java.util.List;

/** What is said of one world's next observation by several draws of a stochastic state, each as likely as the others. */
final class Mixture {
    private final List<float[]> latents;
    private final List<Said> said;

    Mixture(List<float[]> latents, List<Said> said) {
        this.latents = latents;
        this.said = said;
    }

    /** {@code [P]} the mean of what is expected. */
    float[] proprio() {
        float[] mean = said.get(0).proprio().clone();
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (Said each : said) {
                sum += each.proprio()[i];
            }
            mean[i] = (float) (sum / said.size());
        }
        return mean;
    }

    /** {@code [F]} p(ink) of each pixel given the frame that came. */
    float[] given(float[] came) {
        return walk((pixel, p) -> came[pixel] > 0, weights());
    }

    /** {@code [F]} p(ink) of each pixel given the likeliest pixels before it. */
    float[] likeliest() {
        return walk((pixel, p) -> p > Prediction.THRESHOLD, weights());
    }

    /** The stochastic state that makes this frame likeliest. */
    float[] likeliestLatent(float[] frame) {
        double[] weights = weights();
        walk((pixel, p) -> frame[pixel] > 0, weights);
        int most = 0;
        for (int k = 1; k < weights.length; k++) {
            most = weights[k] > weights[most] ? k : most;
        }
        return latents.get(most);
    }

    private double[] weights() {
        double[] weights = new double[said.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        return weights;
    }

    /**
     * {@code [F]} p(ink) of each pixel when its turn comes.
     *
     * @param weights {@code [K]} of the draws; in the end those that the pixels leave
     */
    private float[] walk(Said.Draw draw, double[] weights) {
        List<Said.Walk> walks = said.stream().map(each -> each.walk(1)).toList();
        Said.Walk first = walks.get(0);
        float[] ink = new float[first.pixels()];
        while (first.goesOn()) {
            int pixel = first.pixel();
            ink[pixel] = (float) mean(walks, weights);
            boolean came = draw.ink(pixel, ink[pixel]);
            update(walks, came, weights);
            walks.forEach(walk -> walk.came(came));
        }
        return ink;
    }

    private static double mean(List<Said.Walk> walks, double[] weights) {
        double mean = 0;
        for (int k = 0; k < weights.length; k++) {
            mean += weights[k] * walks.get(k).p();
        }
        return mean;
    }

    /** By Bayes' rule. */
    private static void update(List<Said.Walk> walks, boolean came, double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double p = walks.get(k).p();
            weights[k] *= came ? p : 1 - p;
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
    }
}
