package io.cradle.jobs.benchmark;

import io.cradle.training.evaluation.Bootstrap;
import io.cradle.training.evaluation.Interval;
import java.util.ArrayList;
import java.util.Arrays;
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
     */
    record Result(
            String subset,
            String arm,
            long episodes,
            int frames,
            Interval bits,
            List<Double> seeds,
            Interval difference,
            List<Double> differences) {
        Result {
            seeds = List.copyOf(seeds);
            differences = List.copyOf(differences);
        }
    }

    /**
     * Compares.
     *
     * @param arms the first is what others are compared with
     * @param bits of each arm, and of baselines, {@code [seeds][episodes][frames]}
     */
    static Findings of(
            int seeds, List<Chosen> chosen, List<Subset> subsets, List<String> arms, Map<String, double[][][]> bits) {
        List<Result> results = new ArrayList<>();
        for (Subset subset : subsets) {
            double[][] first = means(subset, bits.get(arms.get(0)));
            bits.forEach((arm, each) -> results.add(result(subset, arm, means(subset, each), first)));
        }
        return new Findings(seeds, chosen, results);
    }

    /** {@code [seeds][episodes]}. */
    private static double[][] means(Subset subset, double[][][] bits) {
        return Arrays.stream(bits).map(subset::means).toArray(double[][]::new);
    }

    private static Result result(Subset subset, String arm, double[][] means, double[][] first) {
        double[] weights = subset.weights();
        double[][] less = new double[first.length][weights.length];
        for (int seed = 0; seed < first.length; seed++) {
            double[] mine = means[seed % means.length]; // a baseline has no seeds: it is the same beside each
            double[] other = first[seed];
            Arrays.setAll(less[seed], n -> mine[n] - other[n]);
        }
        return new Result(
                subset.name(),
                arm,
                subset.episodes(),
                subset.frames(),
                BOOTSTRAP.crossed(means, weights),
                each(means, weights),
                BOOTSTRAP.crossed(less, weights),
                each(less, weights));
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
        return "| measured on | frames (episodes) | model | bits/frame | less %s | of each seed |%n|---|---|---|---|---|---|%n"
                        .formatted(results.get(0).arm())
                + results.stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Result result) {
        boolean reference = result.arm().equals(results.get(0).arm());
        return "| %s | %,d (%,d) | %s | %s | %s | %s |%n"
                .formatted(
                        result.subset(),
                        result.frames(),
                        result.episodes(),
                        result.arm(),
                        number(result.bits()),
                        reference ? "" : number(result.difference()),
                        reference
                                ? ""
                                : result.differences().stream()
                                        .map("%+.2f"::formatted)
                                        .collect(Collectors.joining(" ")));
    }

    private static String number(Interval interval) {
        return "%.3f [%.3f, %.3f]".formatted(interval.mean(), interval.low(), interval.high());
    }
}
