package io.cradle.training.evaluation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses which episodes are shown, by rule and not by taste. */
public final class Showpieces {
    private Showpieces() {}

    /**
     * Episodes at evenly spaced ranks of the judged model's bits/frame: with 3 the best, the median and the worst;
     * with 1 the median.
     *
     * @param scores at least one episode
     * @param count how many to show, at least 1; fewer where there are fewer episodes
     * @return episode id to what it is ("best", "median", "worst", "rank 3 of 9"), best first
     */
    public static Map<String, String> choose(Scores scores, int count) {
        List<String> ranked = scores.episodes().stream()
                .sorted(Comparator.comparingDouble(
                                (EpisodeScore score) -> score.models().get(0).bitsPerFrame())
                        .thenComparing(EpisodeScore::episode))
                .map(EpisodeScore::episode)
                .toList();
        Map<String, String> chosen = new LinkedHashMap<>();
        int shown = Math.min(count, ranked.size());
        for (int i = 0; i < shown; i++) {
            int rank = shown == 1 ? (ranked.size() - 1) / 2 : i * (ranked.size() - 1) / (shown - 1);
            chosen.put(ranked.get(rank), label(rank, ranked.size()));
        }
        return chosen;
    }

    private static String label(int rank, int episodes) {
        if (episodes == 1) {
            return "the only one";
        }
        if (episodes > 2 && rank == (episodes - 1) / 2) {
            return "median";
        }
        if (rank == 0) {
            return "best";
        }
        return rank == episodes - 1 ? "worst" : "rank %d of %d".formatted(rank + 1, episodes);
    }
}
