package io.cradle.jobs.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.cradle.training.spark.RoundLog;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Reads what {@code training-quality.sh} trained: for each method its seeds at the best learning rate. Prints a table of the loss on VAL with
 * intervals of 95 % over seeds (Student's), and draws it against examples and against seconds. Arguments: the directory, then names of methods.
 */
public final class QualityFigure {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();
    private static final String LOG = ".rounds.jsonl";
    private static final int WIDTH = 760;
    private static final int HEIGHT = 520;
    private static final Color[] COLORS = {
        new Color(0x1F5FBF), new Color(0xC2470A), new Color(0x0F7F66), new Color(0x9A3FA0),
        new Color(0x9A7400), new Color(0x3A8FC2), new Color(0xB0304A), new Color(0x6B6B7B)
    };

    private QualityFigure() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        List<Method> methods = new ArrayList<>();
        for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
            methods.add(Method.read(directory, name));
        }
        table(methods);
        double least = methods.stream()
                .mapToDouble(method -> method.last().getMean())
                .min()
                .orElseThrow();
        XYChart samples = chart("Examples that all workers fitted", least);
        XYChart seconds = chart("Seconds of wall clock", least);
        for (int i = 0; i < methods.size(); i++) {
            methods.get(i).draw(samples, COLORS[i % COLORS.length], true);
            methods.get(i).draw(seconds, COLORS[i % COLORS.length], false);
        }
        Path picture = directory.resolve("quality.png");
        BitmapEncoder.saveBitmap(List.of(samples, seconds), 1, 2, picture.toString(), BitmapEncoder.BitmapFormat.PNG);
        System.out.printf("%nFigure: %s%n", picture);
    }

    private static void table(List<Method> methods) {
        System.out.println(
                "| method | best learning rate | loss on VAL, bits/frame, of each rate (one seed) | at the best, three seeds | examples | s |");
        System.out.println("|---|---|---|---|---|---|");
        for (Method method : methods) {
            SummaryStatistics last = method.last();
            System.out.printf(
                    "| %s | %s | %s | %.3f ± %.3f | %,d | %.0f |%n",
                    method.name(),
                    method.rate(),
                    String.join(" ", method.rates()),
                    last.getMean(),
                    halfWidth(last),
                    method.seeds().get(0).stream().mapToLong(RoundLog::examples).sum(),
                    method.seeds().stream()
                            .mapToDouble(rounds -> rounds.stream()
                                    .mapToDouble(RoundLog::seconds)
                                    .sum())
                            .average()
                            .orElseThrow());
        }
    }

    private static double halfWidth(SummaryStatistics seeds) {
        double quantile = new TDistribution((double) seeds.getN() - 1).inverseCumulativeProbability(0.975);
        return quantile * seeds.getStandardDeviation() / Math.sqrt((double) seeds.getN());
    }

    /** Ends at three times the least loss: what comes before is the same for all, and leaves no room for where they differ. */
    private static XYChart chart(String axis, double least) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(axis)
                .yAxisTitle("Loss on VAL (bits/frame), mean of three seeds and 95 %")
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setYAxisMin(Math.floor(least) - 1);
        chart.getStyler().setYAxisMax(Math.ceil(3 * least));
        chart.getStyler().setErrorBarsColorSeriesColor(true);
        return chart;
    }

    /**
     * A way to train.
     *
     * @param rates each learning rate with the last loss on VAL
     * @param seeds rounds of each seed
     */
    private record Method(String name, String rate, List<String> rates, List<List<RoundLog>> seeds) {
        static Method read(Path directory, String name) throws IOException {
            List<String> rates = new ArrayList<>();
            String best = "";
            double least = Double.POSITIVE_INFINITY;
            for (Path log : logs(directory.resolve(name).resolve("rates"))) {
                List<RoundLog> rounds = rounds(log);
                String rate = log.getFileName().toString().replaceAll(".*learningRate=|\\.rounds.*", "");
                double bits = Files.exists(Path.of(log.toString().replace(LOG, ".failed.txt")))
                        ? Double.POSITIVE_INFINITY
                        : rounds.get(rounds.size() - 1).validation().after();
                rates.add("%s: %.2f".formatted(rate, bits));
                best = bits < least ? rate : best;
                least = Math.min(least, bits);
            }
            List<List<RoundLog>> seeds = new ArrayList<>();
            for (Path log : logs(directory.resolve(name).resolve("seeds"))) {
                seeds.add(rounds(log));
            }
            return new Method(name, best, rates, seeds);
        }

        SummaryStatistics last() {
            SummaryStatistics last = new SummaryStatistics();
            seeds.forEach(rounds ->
                    last.addValue(rounds.get(rounds.size() - 1).validation().after()));
            return last;
        }

        void draw(XYChart chart, Color color, boolean byExamples) {
            List<RoundLog> first = seeds.get(0);
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            List<Double> error = new ArrayList<>();
            for (int round = 0; round < first.size(); round++) {
                if (first.get(round).validation() != null) {
                    SummaryStatistics bits = new SummaryStatistics();
                    SummaryStatistics at = new SummaryStatistics();
                    for (List<RoundLog> seed : seeds) {
                        bits.addValue(seed.get(round).validation().after());
                        at.addValue(seed.subList(0, round + 1).stream()
                                .mapToDouble(log -> byExamples ? (double) log.examples() : log.seconds())
                                .sum());
                    }
                    x.add(at.getMean());
                    y.add(bits.getMean());
                    error.add(halfWidth(bits));
                }
            }
            XYSeries series = chart.addSeries(name, x, y, error);
            series.setLineColor(color);
            series.setMarker(SeriesMarkers.NONE);
        }

        private static List<Path> logs(Path directory) throws IOException {
            try (Stream<Path> files = Files.list(directory)) {
                return files.filter(file -> file.toString().endsWith(LOG))
                        .sorted()
                        .toList();
            }
        }

        private static List<RoundLog> rounds(Path log) throws IOException {
            List<RoundLog> rounds = new ArrayList<>();
            for (String line : Files.readAllLines(log)) {
                rounds.add(JSON.readValue(line, RoundLog.class));
            }
            return rounds;
        }
    }
}
