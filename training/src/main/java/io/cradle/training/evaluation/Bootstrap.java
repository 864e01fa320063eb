package io.cradle.training.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much a mean would differ had other episodes been drawn: the percentile bootstrap (Efron, "Bootstrap methods:
 * another look at the jackknife", 1979). Episodes are what is drawn, never steps, for steps of one episode resemble
 * each other.
 *
 * @param resamples how often as many episodes as there are get drawn with replacement, at least 100
 * @param seed of the draws; the same seed and number of episodes draw the same episodes for every metric
 */
public record Bootstrap(int resamples, long seed) {
    private static final double LOWER = 0.025;
    private static final double UPPER = 0.975;

    /**
     * The mean with its 95 % interval.
     *
     * @param values one for each episode, at least one
     */
    public Interval mean(double[] values) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[resamples];
        Arrays.setAll(means, i -> resample(values, random));
        Arrays.sort(means);
        return new Interval(average(values), quantile(means, LOWER), quantile(means, UPPER));
    }

    /**
     * The ratio of two means, over the same episodes, with its 95 % interval.
     *
     * @param above one for each episode
     * @param below one for each episode
     * @return empty where the mean below isn't above 0, or isn't in some of the draws
     */
    public Optional<Interval> ratio(double[] above, double[] below) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] ratios = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            int[] drawn = random.ints(above.length, 0, above.length).toArray();
            double sum = Arrays.stream(drawn).mapToDouble(n -> below[n]).sum();
            if (!(sum > 0)) {
                return Optional.empty();
            }
            ratios[i] = Arrays.stream(drawn).mapToDouble(n -> above[n]).sum() / sum;
        }
        Arrays.sort(ratios);
        double mean = average(above) / average(below);
        return Optional.of(new Interval(mean, quantile(ratios, LOWER), quantile(ratios, UPPER)));
    }

    /**
     * A weighted mean over trainings and episodes with its 95 % interval: as it would differ had both other trainings been made
     * and other episodes been drawn. Rows and columns are drawn independently of each other (Owen, "The pigeonhole bootstrap",
     * 2007), which is too wide rather than too narrow where cells differ by themselves. Of few rows any bootstrap knows little.
     *
     * @param values {@code [trainings][episodes]}, or differences of such values
     * @param weights {@code [episodes]} how much each counts, at least 0; those without any are not drawn
     */
    public Interval crossed(double[][] values, double[] weights) {
        int[] counted = IntStream.range(0, weights.length)
                .filter(episode -> weights[episode] > 0)
                .toArray();
        if (counted.length == 0 || values.length == 0) {
            throw new IllegalArgumentException(
                    "Cannot average %d trainings over %d episodes: at least 1 of each must count"
                            .formatted(values.length, counted.length));
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[resamples];
        Arrays.setAll(means, i -> {
            int[] rows = random.ints(values.length, 0, values.length).toArray();
            int[] columns = random.ints(counted.length, 0, counted.length)
                    .map(drawn -> counted[drawn])
                    .toArray();
            return weighted(values, weights, rows, columns);
        });
        Arrays.sort(means);
        int[] all = IntStream.range(0, values.length).toArray();
        return new Interval(weighted(values, weights, all, counted), quantile(means, LOWER), quantile(means, UPPER));
    }

    private static double weighted(double[][] values, double[] weights, int[] rows, int[] columns) {
        double sum = 0;
        double weight = 0;
        for (int column : columns) {
            double whole = 0;
            for (int row : rows) {
                whole += values[row][column];
            }
            sum += weights[column] * whole / rows.length;
            weight += weights[column];
        }
        return sum / weight;
    }

    private static double resample(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }

    private static double average(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Linear between order statistics (Hyndman and Fan, "Sample quantiles in statistical packages", 1996, type 7). */
    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
