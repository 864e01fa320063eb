package io.cradle.training.evaluation;

import io.cradle.training.metric.Calibration;
import io.cradle.training.metric.Forecasts;
import io.cradle.training.metric.Likeness;
import io.cradle.training.metric.Reliability;
import io.cradle.training.metric.Spread;
import io.cradle.training.metric.Survival;
import io.cradle.training.metric.WindowFeatures;
import io.cradle.training.model.Likelihood;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Means and paired differences of all models over the same episodes.
 *
 * @param episodes at least one, each with the same models, horizon and F
 * @param gathered of each model, by name
 * @param arbiter SHA-256 of the one that was asked
 * @param bootstrap gives intervals
 */
record Summary(
        List<EpisodeScore> episodes, Map<String, Gathered> gathered, Optional<String> arbiter, Bootstrap bootstrap) {
    private List<ModelScore> first() {
        return episodes.get(0).models();
    }

    /** Name of the model that is judged: the first. */
    String judged() {
        return first().get(0).model();
    }

    /** In the order of the evaluator. */
    List<ModelResult> results() {
        return IntStream.range(0, first().size()).mapToObj(this::result).toList();
    }

    private ModelResult result(int m) {
        Interval bits = mean(episode -> bits(episode, m));
        Map<Metric, List<Interval>> curves = curves(m);
        return new ModelResult(
                first().get(m).model(),
                first().get(m).likelihood(),
                bits,
                bits.mean() / Math.max(1, episodes.get(0).pixels()),
                curve(h -> mean(episode -> iou(episode, m, h))),
                sum(episode -> episode.models().get(m).clampedPixels()),
                sum(episode -> episode.models().get(m).bothEmptyFrames()),
                curves,
                means(m, curves.keySet()),
                known(episode -> details(episode, m).shuffledActions()),
                horizon(m),
                beyond(m),
                calibration(first().get(m).model()),
                proprio(first().get(m).model()),
                latent(m),
                likeness(first().get(m).model()),
                judgement(first().get(m).model()),
                felt(m));
    }

    private Optional<ModelResult.Felt> felt(int m) {
        return known(episode -> felt(episode, m).error())
                .map(error -> new ModelResult.Felt(
                        error,
                        mean(episode -> felt(episode, m).bits()),
                        channels(m),
                        feltBeyond(m, FeltScore::error),
                        feltBeyond(m, FeltScore::bits),
                        known(episode ->
                                felt(episode, m).misled() - felt(episode, m).error())));
    }

    private Map<String, Interval> channels(int m) {
        Map<String, Interval> channels = new TreeMap<>();
        felt(episodes.get(0), m)
                .channels()
                .keySet()
                .forEach(name -> channels.put(
                        name, mean(episode -> felt(episode, m).channels().get(name))));
        return channels;
    }

    private Map<String, Interval> feltBeyond(int m, ToDoubleFunction<FeltScore> measure) {
        Map<String, Interval> beyond = new TreeMap<>();
        for (int other = 0; other < first().size(); other++) {
            int c = other;
            if (c != m) {
                known(episode -> measure.applyAsDouble(felt(episode, m)) - measure.applyAsDouble(felt(episode, c)))
                        .ifPresent(interval -> beyond.put(first().get(c).model(), interval));
            }
        }
        return beyond;
    }

    private static FeltScore felt(EpisodeScore episode, int m) {
        return details(episode, m).felt();
    }

    private Map<String, Interval> beyond(int m) {
        Map<String, Interval> beyond = new TreeMap<>();
        if (episodes.get(0).pixels() == 0) {
            return beyond;
        }
        for (int other = 0; other < first().size(); other++) {
            int c = other;
            if (c != m
                    && first().get(c).likelihood() == Likelihood.EXACT
                    && first().get(m).likelihood() != Likelihood.NONE) {
                beyond.put(first().get(c).model(), mean(episode -> bits(episode, m) - bits(episode, c)));
            }
        }
        return beyond;
    }

    private Map<Metric, List<Interval>> curves(int m) {
        Map<Metric, List<Interval>> curves = new EnumMap<>(Metric.class);
        details(episodes.get(0), m).curves().forEach((metric, any) -> {
            List<Optional<Interval>> curve = IntStream.range(0, any.size())
                    .mapToObj(h -> known(
                            episode -> details(episode, m).curves().get(metric).get(h)))
                    .toList();
            if (curve.stream().allMatch(Optional::isPresent)) {
                curves.put(metric, curve.stream().map(Optional::orElseThrow).toList());
            }
        });
        return curves;
    }

    private Map<Metric, Interval> means(int m, Set<Metric> metrics) {
        Map<Metric, Interval> means = new EnumMap<>(Metric.class);
        metrics.forEach(
                metric -> known(episode -> mean(details(episode, m).curves().get(metric)))
                        .ifPresent(interval -> means.put(metric, interval)));
        return means;
    }

    /** Over those horizons of which the metric says something; NaN where there are none. */
    private static double mean(List<Double> curve) {
        return curve.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private ModelResult.Horizon horizon(int m) {
        List<Survival.Life> lives = episodes.stream()
                .flatMap(episode -> details(episode, m).lives().stream())
                .toList();
        OptionalInt median = Survival.median(lives);
        return new ModelResult.Horizon(
                median.isPresent() ? Optional.of(median.getAsInt()) : Optional.empty(), lives.size(), (int)
                        lives.stream().filter(Survival.Life::failed).count());
    }

    private Optional<Calibration> calibration(String model) {
        return Optional.ofNullable(gathered.get(model))
                .map(Gathered::reliability)
                .filter(counts -> counts.count() > 0)
                .map(Reliability::calibration);
    }

    private Optional<Spread> proprio(String model) {
        return Optional.ofNullable(gathered.get(model))
                .map(Gathered::proprio)
                .filter(forecasts ->
                        forecasts.squares() > 0) // what never changes and is known to the last bit says nothing
                .map(Forecasts::spread);
    }

    private Optional<ModelResult.Latent> latent(int m) {
        return known(episode -> details(episode, m).bounds().elbo())
                .map(elbo -> new ModelResult.Latent(
                        elbo,
                        mean(episode -> details(episode, m).bounds().iwae()),
                        mean(episode -> details(episode, m).bounds().divergence())));
    }

    private Optional<Likeness> likeness(String model) {
        List<Gathered.Stretch> stretches = Optional.ofNullable(gathered.get(model))
                .map(Gathered::stretches)
                .orElse(List.of());
        return stretches.size() < Likeness.FEWEST
                ? Optional.empty()
                : Optional.of(Likeness.scaled(
                        rows(stretches, Gathered.Stretch::truth),
                        rows(stretches, Gathered.Stretch::made),
                        WindowFeatures.LEAST));
    }

    private Optional<Judgement> judgement(String model) {
        List<Coded> coded =
                Optional.ofNullable(gathered.get(model)).map(Gathered::coded).orElse(List.of());
        return arbiter.filter(any -> !coded.isEmpty()).flatMap(digest -> Judgement.of(digest, coded));
    }

    private static List<double[]> rows(
            List<Gathered.Stretch> stretches, Function<Gathered.Stretch, List<Double>> side) {
        return stretches.stream()
                .map(side)
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
    }

    private static Details details(EpisodeScore episode, int m) {
        return episode.models().get(m).details();
    }

    /** The mean over those episodes of which the metric says something. */
    private Optional<Interval> known(ToDoubleFunction<EpisodeScore> metric) {
        double[] values = episodes.stream()
                .mapToDouble(metric)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return values.length == 0 ? Optional.empty() : Optional.of(bootstrap.mean(values));
    }

    /** The judged model against each other one. */
    List<Comparison> comparisons() {
        return IntStream.range(1, first().size()).mapToObj(this::comparison).toList();
    }

    private Comparison comparison(int m) {
        return new Comparison(
                first().get(m).model(),
                mean(episode -> bits(episode, 0) - bits(episode, m)),
                curve(h -> mean(episode -> iou(episode, 0, h) - iou(episode, m, h))));
    }

    private List<Interval> curve(IntFunction<Interval> at) {
        return IntStream.range(0, first().get(0).iou().size()).mapToObj(at).toList();
    }

    private Interval mean(ToDoubleFunction<EpisodeScore> metric) {
        return bootstrap.mean(episodes.stream().mapToDouble(metric).toArray());
    }

    private long sum(ToLongFunction<EpisodeScore> count) {
        return episodes.stream().mapToLong(count).sum();
    }

    private static double bits(EpisodeScore episode, int m) {
        return episode.models().get(m).bitsPerFrame();
    }

    private static double iou(EpisodeScore episode, int m, int h) {
        return episode.models().get(m).iou().get(h);
    }
}
