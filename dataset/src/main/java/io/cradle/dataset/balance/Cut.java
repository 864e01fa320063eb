package io.cradle.dataset.balance;

import io.cradle.dataset.score.Score;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One way to cut a whole into parts; strata are what all cuts together make.
 *
 * @param by name of a column ({@code world}, {@code source}, {@code policy}) or of a {@link Score}
 * @param edges of a score: where one part ends and the next begins, ascending
 * @param quantiles of a score: in place of edges, how many parts of about the same number of episodes; 0 for edges
 */
public record Cut(String by, List<Double> edges, Integer quantiles) implements Serializable {
    private static final List<String> COLUMNS = List.of("world", "source", "policy");
    private static final int MOST_PARTS = 100;

    public Cut {
        quantiles = quantiles == null ? 0 : quantiles;
        edges = edges == null ? List.of() : List.copyOf(edges);
        if (!COLUMNS.contains(by) && Score.named(by).isEmpty()) {
            throw new IllegalArgumentException("Invalid balance.strata by=%s: no column or score; there are %s and %s"
                    .formatted(by, COLUMNS, List.of(Score.values())));
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i) > edges.get(i - 1))) {
                throw new IllegalArgumentException(
                        "Invalid balance.strata edges=%s of '%s': must ascend".formatted(edges, by));
            }
        }
        boolean cut = !edges.isEmpty() || quantiles > 0;
        if (COLUMNS.contains(by) == cut || (!edges.isEmpty() && quantiles > 0)) {
            throw new IllegalArgumentException(
                    "Invalid balance.strata by=%s, edges=%s, quantiles=%d: a column takes neither edges nor quantiles, a score one of them"
                            .formatted(by, edges, quantiles));
        }
        if (quantiles < 0 || quantiles == 1 || quantiles > MOST_PARTS || edges.size() >= MOST_PARTS) {
            throw new IllegalArgumentException(
                    "Invalid balance.strata quantiles=%d, edges=%s of '%s': from 2 to %d parts"
                            .formatted(quantiles, edges, by, MOST_PARTS));
        }
    }

    /** The score that is cut; empty for a column. */
    public Optional<Score> score() {
        return Score.named(by);
    }
}
