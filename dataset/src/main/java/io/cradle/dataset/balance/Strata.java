package io.cradle.dataset.balance;

import io.cradle.dataset.curation.Population;
import io.cradle.dataset.curation.Quantiles;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells the stratum of an episode. Its name says what it holds, such as {@code world=Urchin, contact 0.01 to 0.2}.
 *
 * @param cuts each with its edges, quantiles having been turned into some
 */
public record Strata(List<Cut> cuts) implements Serializable {
    private static final int DIGITS = 4;

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
                        .mapToObj(part -> rounded(quantiles.at((double) part / cut.quantiles())))
                        .distinct()
                        .sorted()
                        .toList();
        return new Cut(cut.by(), edges.isEmpty() ? List.of(0.0) : edges, 0);
    }

    /** To as many digits as a name shows: strata of one name are one. */
    private static double rounded(double edge) {
        return new BigDecimal(edge).round(new MathContext(DIGITS)).doubleValue();
    }

    /** Scores whose distribution decides edges. */
    public static List<Score> compares(List<Cut> cuts) {
        return cuts.stream()
                .filter(cut -> cut.quantiles() > 0)
                .map(cut -> cut.score().orElseThrow())
                .toList();
    }

    /** Name of the stratum that an episode belongs to; from its columns of these names, and its scores. */
    public String of(String world, String source, String policy, Scores scores) {
        return cuts.stream()
                .map(cut -> switch (cut.by()) {
                    case "world" -> "world=" + world;
                    case "source" -> "source=" + source;
                    case "policy" -> "policy=" + policy;
                    default -> part(cut, scores.find(cut.score().orElseThrow()));
                })
                .collect(Collectors.joining(", "));
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

    /** As short as it can be told from others, without an exponent. */
    private static String number(double edge) {
        return new BigDecimal(Double.toString(edge)).stripTrailingZeros().toPlainString();
    }
}
