package io.cradle.jobs.sweep;

import io.cradle.dataset.spec.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which trainings there are, and when the worst of them are stopped: after each rung the best {@code keep} of those that are left go on
 * (successive halving; Jamieson, Talwalkar, "Non-stochastic best arm identification", 2016).
 *
 * @param grid keys and the values that each takes, as YAML; every combination is tried
 * @param random keys and what their values are drawn from
 * @param draws combinations that are drawn of {@code random} for each of the grid, at least 1
 * @param seed of the draws
 * @param rungs shares of the training after which the worst are stopped, ascending, each in (0, 1)
 * @param keep share that goes on after each, in (0, 1)
 */
public record SweepPlan(
        SortedMap<String, List<String>> grid,
        SortedMap<String, Range> random,
        int draws,
        long seed,
        List<Double> rungs,
        double keep) {
    private static final int MOST = 10_000;

    public SweepPlan {
        grid = Collections.unmodifiableSortedMap(new TreeMap<>(grid));
        random = Collections.unmodifiableSortedMap(new TreeMap<>(random));
        rungs = List.copyOf(rungs);
        if (grid.isEmpty() && random.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot sweep over nothing: name a key with --grid key=[a, b] or --random 'key={from: a, to: b}'");
        }
        for (Map.Entry<String, List<String>> each : grid.entrySet()) {
            if (each.getValue().isEmpty() || random.containsKey(each.getKey())) {
                throw new IllegalArgumentException(
                        "Invalid sweep over '%s': give it values, and either in --grid or in --random"
                                .formatted(each.getKey()));
            }
        }
        if (draws < 1 || !(keep > 0 && keep < 1) || !areShares(rungs)) {
            throw new IllegalArgumentException(
                    "Invalid sweep draws=%d, rungs=%s, keep=%s: must be at least 1, ascending in (0, 1), and in (0, 1)"
                            .formatted(draws, rungs, keep));
        }
        if (size(grid, draws) > MOST) {
            throw new IllegalArgumentException("Invalid sweep: %.0f trainings are more than %d; name fewer values"
                    .formatted(size(grid, draws), MOST));
        }
    }

    private static double size(Map<String, List<String>> grid, int draws) {
        return grid.values().stream().mapToDouble(List::size).reduce(draws, (a, b) -> a * b);
    }

    private static boolean areShares(List<Double> rungs) {
        double last = 0;
        for (double rung : rungs) {
            if (!(rung > last && rung < 1)) {
                return false;
            }
            last = rung;
        }
        return true;
    }

    /** All trainings, in an order that follows from the plan alone. */
    public List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (SortedMap<String, String> point : points()) {
            for (int draw = 0; draw < (random.isEmpty() ? 1 : draws); draw++) {
                SortedMap<String, String> settings = new TreeMap<>(point);
                Random source = new Random(Seeds.child(seed, trials.size()));
                random.forEach((key, range) -> settings.put(key, range.draw(source)));
                trials.add(new Trial(trials.size() + 1, settings));
            }
        }
        return trials;
    }

    private List<SortedMap<String, String>> points() {
        List<SortedMap<String, String>> points = List.of(new TreeMap<>());
        for (Map.Entry<String, List<String>> each : grid.entrySet()) {
            List<SortedMap<String, String>> more = new ArrayList<>();
            for (SortedMap<String, String> point : points) {
                for (String value : each.getValue()) {
                    SortedMap<String, String> with = new TreeMap<>(point);
                    with.put(each.getKey(), value);
                    more.add(with);
                }
            }
            points = more;
        }
        return points;
    }

    /** How many of so many go on after a rung: at least one. */
    public int surviving(int left) {
        return Math.max(1, (int) Math.ceil(left * keep));
    }
}
