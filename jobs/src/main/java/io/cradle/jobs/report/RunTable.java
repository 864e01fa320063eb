package io.cradle.jobs.report;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trainings side by side, least loss on VAL first.
 *
 * @param settings keys in which they differ
 * @param rows one for each
 */
record RunTable(List<String> settings, List<Row> rows) {
    /** What stands above the figures of a row; losses are bits/frame. */
    static final List<String> FIGURES = List.of(
            "best VAL", "last VAL", "last loss", "rounds", "examples", "seconds", "examples/s", "cosine", "dispersion");

    private static final String NOTHING = "\u2013";

    /**
     * A training.
     *
     * @param settings a value for each key
     * @param figures one for each of {@link #FIGURES}
     */
    record Row(String name, String color, int dash, List<String> settings, List<String> figures) {}

    /** Best first; those without a loss on VAL come last. */
    static List<TrainingRun> sorted(List<TrainingRun> runs) {
        Comparator<TrainingRun> best =
                Comparator.comparingDouble(run -> run.bestValidation().orElse(Double.POSITIVE_INFINITY));
        return runs.stream().sorted(best.thenComparing(TrainingRun::name)).toList();
    }

    /** Of trainings that are {@link #sorted}. */
    static RunTable of(List<TrainingRun> runs) {
        List<String> keys = differing(runs);
        return new RunTable(
                keys,
                IntStream.range(0, runs.size())
                        .mapToObj(i -> row(runs.get(i), i, keys))
                        .toList());
    }

    /** Trainings whose settings are not known differ in none. */
    private static List<String> differing(List<TrainingRun> runs) {
        List<Map<String, String>> known = runs.stream()
                .<Map<String, String>>map(TrainingRun::settings)
                .filter(settings -> !settings.isEmpty())
                .toList();
        Map<String, Set<String>> values = new TreeMap<>();
        known.forEach(settings -> settings.keySet().forEach(key -> values.put(key, new LinkedHashSet<>())));
        values.forEach((key, all) -> known.forEach(settings -> all.add(settings.getOrDefault(key, NOTHING))));
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Row row(TrainingRun run, int place, List<String> keys) {
        return new Row(
                run.name(),
                ComparedCurves.color(place),
                ComparedCurves.dash(place),
                keys.stream()
                        .map(key -> run.settings().getOrDefault(key, NOTHING))
                        .toList(),
                figures(run));
    }

    private static List<String> figures(TrainingRun run) {
        return Stream.concat(
                        Stream.of(run.bestValidation(), run.lastValidation(), run.lastLoss())
                                .map(bits -> text(bits, 3)),
                        Stream.of(
                                Numbers.count(run.rounds().size()),
                                Numbers.count(run.examples()),
                                Numbers.decimal(run.seconds()),
                                run.seconds() > 0 ? Numbers.decimal(run.examples() / run.seconds()) : NOTHING,
                                text(run.cosine(), 2),
                                text(run.dispersion(), 2)))
                .toList();
    }

    private static String text(OptionalDouble number, int digits) {
        return number.isPresent() ? Numbers.decimal(number.getAsDouble(), digits) : NOTHING;
    }
}
