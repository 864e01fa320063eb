package io.cradle.dataset.balance;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Weights by which what was chosen has the shares that it is meant to have. */
final class Weights {
    private Weights() {}

    /**
     * Weight of each episode of a stratum: its meant share over its actual one, bounded, and then scaled so that the mean
     * over all chosen episodes is 1. Strata of which nothing was chosen have none.
     */
    static NavigableMap<String, Double> of(
            NavigableMap<String, Double> shares, NavigableMap<String, Long> chosen, double most) {
        double total = chosen.values().stream().mapToLong(Long::longValue).sum();
        NavigableMap<String, Double> weights = new TreeMap<>();
        shares.forEach((name, share) ->
                weights.put(name, chosen.get(name) == 0 ? 0 : Math.min(most, share * total / chosen.get(name))));
        double sum = 0;
        for (String name : weights.keySet()) {
            sum += weights.get(name) * chosen.get(name);
        }
        double scale = total / sum;
        weights.replaceAll((name, weight) -> weight * scale);
        return weights;
    }
}
