package io.cradle.dataset.balance;

import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.Population;
import io.cradle.dataset.curation.Quantiles;
import io.cradle.dataset.score.Score;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells the stratum of an episode. Its name says what it holds, such as {@code world=Urchin, contact 0.01 to 0.2}.
 *
 * @param cuts each with its edges, quantiles having been turned into some
 */
public record Strata(List<Cut> cuts) implements Serializable {
    public Strata {
        cuts = List.copyOf(cuts);
    }

    /** With quantiles turned into edges. */
    public static Strata of(List<Cut> cuts, Population population) {
        return new Strata(cuts.stream().map(cut -> edged(cut, population)).toList());
    }

    private static Cut edged(Cut cut, Population population) {
        if (cut.quantiles() == 0) {
            return cut;
        }
        Quantiles quantiles = population.of(cut.score().orElseThrow());
        List<Double> edges = quantiles.count() == 0
                ? List.of()
                : IntStream.range(1, cut.quantiles())
                        .mapToObj(part -> quantiles.at((double) part / cut.quantiles()))
                        .distinct()
                        .sorted()
                        .toList();
        return new Cut(cut.by(), edges.isEmpty() ? List.of(0.0) : edges, 0);
    }

    /** Scores whose distribution decides edges. */
    public static List<Score> compares(List<Cut> cuts) {
        return cuts.stream()
                .filter(cut -> cut.quantiles() > 0)
                .map(cut -> cut.score().orElseThrow())
                .toList();
    }

    /** Name of the stratum that an episode belongs to. */
    public String of(Candidate candidate) {
        return cuts.stream().map(cut -> part(cut, candidate)).collect(Collectors.joining(", "));
    }

    private static String part(Cut cut, Candidate candidate) {
        return switch (cut.by()) {
            case "world" -> "world=" + candidate.world();
            case "source" -> "source=" + candidate.source();
            case "policy" -> "policy=" + candidate.policy();
            default -> part(cut, candidate.scores().find(cut.score().orElseThrow()));
        };
    }

    private static String part(Cut cut, OptionalDouble value) {
        if (value.isEmpty()) {
            return cut.by() + " none";
        }
        List<Double> edges = cut.edges();
        int above = 0;
        while (above < edges.size() && value.getAsDouble() >= edges.get(above)) {
            above++;
        }
        if (above == 0) {
            return "%s < %s".formatted(cut.by(), number(edges.get(0)));
        }
        return above == edges.size()
                ? "%s >= %s".formatted(cut.by(), number(edges.get(above - 1)))
                : "%s %s to %s".formatted(cut.by(), number(edges.get(above - 1)), number(edges.get(above)));
    }

    private static String number(double edge) {
        return String.format(Locale.ROOT, "%.4g", edge);
    }
}
