package io.cradle.training.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A Gaussian over plans, each number of {@code [H * A]} by itself but for the noise's correlation in time. */
final class Proposal {
    private final int width;
    private final double[] mean;
    private final double[] deviation;

    private Proposal(int width, double[] mean, double[] deviation) {
        this.width = width;
        this.mean = mean;
        this.deviation = deviation;
    }

    /** Around a plan. */
    static Proposal around(Plan plan, double deviation) {
        double[] mean = plan.numbers();
        double[] deviations = new double[mean.length];
        Arrays.fill(deviations, deviation);
        return new Proposal(plan.width(), mean, deviations);
    }

    Plan mean() {
        return Plan.of(width, mean);
    }

    /**
     * The mean itself, and draws around it.
     *
     * @param count how many in all, at least 1
     * @param correlation of the noise of one step with that of the step before, AR(1), from 0 to below 1
     */
    List<Plan> draw(int count, double correlation, SplittableRandom random) {
        List<Plan> drawn = new ArrayList<>(count);
        drawn.add(mean());
        while (drawn.size() < count) {
            drawn.add(draw(correlation, random));
        }
        return drawn;
    }

    private Plan draw(double correlation, SplittableRandom random) {
        double fresh = Math.sqrt(1 - correlation * correlation);
        double[] noise = new double[mean.length];
        double[] numbers = new double[mean.length];
        for (int i = 0; i < numbers.length; i++) {
            double drawn = random.nextGaussian();
            noise[i] = i < width ? drawn : correlation * noise[i - width] + fresh * drawn;
            numbers[i] = mean[i] + deviation[i] * noise[i];
        }
        return Plan.of(width, numbers);
    }

    /**
     * Moments of the best plans, smoothed.
     *
     * @param elites at least one
     * @param momentum share of the old moments that stays, from 0 to below 1
     */
    Proposal towards(List<Plan> elites, double momentum) {
        double[] shares = new double[elites.size()];
        Arrays.fill(shares, 1.0 / elites.size());
        double[] center = average(elites, shares);
        double[] spread = new double[center.length];
        for (Plan elite : elites) {
            double[] numbers = elite.numbers();
            for (int i = 0; i < spread.length; i++) {
                spread[i] += (numbers[i] - center[i]) * (numbers[i] - center[i]) / elites.size();
            }
        }
        Arrays.setAll(spread, i -> mixed(deviation[i], Math.sqrt(spread[i]), momentum));
        Arrays.setAll(center, i -> mixed(mean[i], center[i], momentum));
        return new Proposal(width, center, spread);
    }

    private static double mixed(double before, double now, double momentum) {
        return momentum * before + (1 - momentum) * now;
    }

    /**
     * The same spread around a weighted mean.
     *
     * @param shares {@code [B]} that sum to 1
     */
    Proposal around(List<Plan> plans, double[] shares) {
        return new Proposal(width, average(plans, shares), deviation);
    }

    private static double[] average(List<Plan> plans, double[] shares) {
        double[] average = plans.get(0).numbers();
        Arrays.fill(average, 0);
        for (int plan = 0; plan < shares.length; plan++) {
            double[] numbers = plans.get(plan).numbers();
            for (int i = 0; i < average.length; i++) {
                average[i] += shares[plan] * numbers[i];
            }
        }
        return average;
    }
}
