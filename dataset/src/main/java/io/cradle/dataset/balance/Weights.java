package io.cradle.dataset.balance;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Weights by which what was chosen has the shares that it is meant to have. */
final class Weights {
    private Weights() {}

    /**
     * Weight of each episode of a stratum, so that the mean over all chosen episodes is 1: its meant share over its actual
     * one, but at most {@code most}; what the bounded strata lack goes to the others by their shares. Strata of which
     * nothing was chosen have none.
     */
    static NavigableMap<String, Double> of(
            NavigableMap<String, Double> shares, NavigableMap<String, Long> chosen, double most) {
        NavigableMap<String, Double> weights = new TreeMap<>();
        shares.keySet().forEach(name -> weights.put(name, 0.0));
        NavigableMap<String, Double> open = new TreeMap<>(shares);
        open.keySet().removeIf(name -> chosen.get(name) == 0);
        double left = total(chosen);
        for (boolean bounded = true; bounded && !open.isEmpty(); ) {
            double scale = left / total(open);
            open.forEach((name, share) -> weights.put(name, scale * share / chosen.get(name)));
            bounded = open.keySet().removeIf(name -> weights.get(name) >= most);
            left = total(chosen) - boundedMass(weights, open, chosen, most);
        }
        weights.replaceAll((name, weight) -> Math.min(most, weight));
        return weights;
    }

    /** What the strata that have reached the bound weigh together. */
    private static double boundedMass(
            NavigableMap<String, Double> weights,
            NavigableMap<String, Double> open,
            NavigableMap<String, Long> chosen,
            double most) {
        return weights.keySet().stream()
                .filter(name -> chosen.get(name) > 0 && !open.containsKey(name))
                .mapToDouble(name -> most * chosen.get(name))
                .sum();
    }

    private static double total(NavigableMap<String, ? extends Number> parts) {
        return parts.values().stream().mapToDouble(Number::doubleValue).sum();
    }
}
