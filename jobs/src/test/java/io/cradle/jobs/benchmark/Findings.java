package io.cradle.jobs.benchmark;

import io.cradle.training.evaluation.Bootstrap;
import io.cradle.training.evaluation.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the study found.
 *
 * @param seeds how many trainings each arm has
 * @param chosen what they were trained on
 * @param results bits/frame of each arm on each subset
 */
record Findings(int seeds, List<Chosen> chosen, List<Result> results) {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, 1);
    private static final double THOUSAND = 1000;

    Findings {
        chosen = List.copyOf(chosen);
        results = List.copyOf(results);
    }

    /**
     * What an arm was trained on, means over its seeds.
     *
     * @param episodes of TRAIN
     * @param active of these
     * @param begins frames of a thousand in which bodies have just begun to touch
     */
    record Chosen(String arm, double episodes, double active, double begins) {
        static Chosen of(String arm, List<List<Glance>> seeds) {
            List<Glance> all = seeds.stream().flatMap(List::stream).toList();
            double frames =
                    all.stream().mapToInt(glance -> glance.begins().size()).sum();
            double begins = all.stream()
                    .flatMap(glance -> glance.begins().stream())
                    .filter(begun -> begun)
                    .count();
            double active = all.stream().filter(glance -> !glance.idle()).count();
            double each = seeds.size();
            return new Chosen(arm, all.size() / each, active / each, THOUSAND * begins / frames);
        }
    }

    /**
     * An arm on a subset.
     *
     * @param episodes that count
     * @param frames that count
     * @param bits bits/frame
     * @param seeds the same of each seed
     * @param difference the arm less the first one, paired by seed and episode: below 0 it is better
     * @param differences the same of each seed
     * @param beyondBaseline the arm less the baseline, paired by episode
     */
    record Result(
            String subset,
            String arm,
            long episodes,
            int frames,
            Interval bits,
            List<Double> seeds,
            Interval difference,
            List<Double> differences,
            Interval beyondBaseline) {
        Result {
            seeds = List.copyOf(seeds);
            differences = List.copyOf(differences);
        }
    }

    /**
     * Compares all with the first arm and with the baseline.
     *
     * @param bits {@code [seeds][episodes][frames]} of each arm, and last of a baseline, which has no seeds
     */
    static Findings of(int seeds, List<Chosen> chosen, List<Subset> subsets, Map<String, double[][][]> bits) {
        List<Result> results = new ArrayList<>();
        for (Subset subset : subsets) {
            Map<String, double[][]> means = new LinkedHashMap<>();
            bits.forEach((arm, each) -> means.put(arm, means(subset, each)));
            List<double[][]> all = List.copyOf(means.values());
            means.forEach((arm, each) -> results.add(result(subset, arm, each, all.get(0), all.get(all.size() - 1))));
        }
        return new Findings(seeds, chosen, results);
    }

    /** {@code [seeds][episodes]}. */
    private static double[][] means(Subset subset, double[][][] bits) {
        return Arrays.stream(bits).map(subset::means).toArray(double[][]::new);
    }

    private static Result result(Subset subset, String arm, double[][] means, double[][] first, double[][] baseline) {
        double[] weights = subset.weights();
        double[][] less = less(means, first);
        return new Result(
                subset.name(),
                arm,
                subset.episodes(),
                subset.frames(),
                BOOTSTRAP.crossed(means, weights),
                each(means, weights),
                BOOTSTRAP.crossed(less, weights),
                each(less, weights),
                BOOTSTRAP.crossed(less(means, baseline), weights));
    }

    /** Seed by seed; what has no seeds is the same beside each. */
    private static double[][] less(double[][] mine, double[][] other) {
        double[][] less = new double[Math.max(mine.length, other.length)][mine[0].length];
        for (int seed = 0; seed < less.length; seed++) {
            double[] one = mine[seed % mine.length];
            double[] two = other[seed % other.length];
            Arrays.setAll(less[seed], n -> one[n] - two[n]);
        }
        return less;
    }

    private static List<Double> each(double[][] seeds, double[] weights) {
        return Arrays.stream(seeds)
                .map(seed -> BOOTSTRAP.crossed(new double[][] {seed}, weights).mean())
                .toList();
    }

    /** Two tables in Markdown. */
    String text() {
        return chosenTable() + "\n" + resultTable();
    }

    private String chosenTable() {
        return "| trained on | episodes | active ones | frames of a thousand in which bodies begin to touch |\n|---|---|---|---|\n"
                + chosen.stream()
                        .map(each -> "| %s | %.0f | %.1f | %.1f |%n"
                                .formatted(each.arm(), each.episodes(), each.active(), each.begins()))
                        .collect(Collectors.joining());
    }

    private String resultTable() {
        return "| measured on | frames (episodes) | model | bits/frame | less %s | of each seed | less %s |%n|---|---|---|---|---|---|---|%n"
                        .formatted(first(), baseline())
                + results.stream().map(this::row).collect(Collectors.joining());
    }

    private String first() {
        return results.get(0).arm();
    }

    private String baseline() {
        return results.get(results.size() - 1).arm();
    }

    private String row(Result result) {
        boolean isFirst = result.arm().equals(first());
        return "| %s | %,d (%,d) | %s | %s | %s | %s | %s |%n"
                .formatted(
                        result.subset(),
                        result.frames(),
                        result.episodes(),
                        result.arm(),
                        number(result.bits()),
                        isFirst ? "" : number(result.difference()),
                        isFirst ? "" : each(result.differences()),
                        result.arm().equals(baseline()) ? "" : number(result.beyondBaseline()));
    }

    private static String each(List<Double> seeds) {
        return seeds.stream().map("%+.2f"::formatted).collect(Collectors.joining(" "));
    }

    private static String number(Interval interval) {
        return "%.2f [%.2f, %.2f]".formatted(interval.mean(), interval.low(), interval.high());
    }
}
