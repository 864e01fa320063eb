package io.cradle.dataset.balance;

import io.cradle.dataset.spec.Seeds;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Plans how many episodes of each stratum stay, and with what weight. Pure: knows how many there are of each, not which.
 *
 * <p>Shares follow from the target. Where a number of episodes is asked for, each stratum gets its share of it, but no more
 * than it has or may have; what is left over goes to the others by their shares, until nothing is. Weights then make
 * up for what a stratum lacks.
 */
public final class Balancer {
    private Balancer() {}

    /**
     * What each stratum gets.
     *
     * @param available episodes of each stratum
     * @throws IllegalArgumentException if a share is given to a stratum without episodes, or none gets any
     */
    public static NavigableMap<String, Quota> plan(Map<String, Long> available, BalanceConfig config) {
        NavigableMap<String, Long> strata = new TreeMap<>(available);
        NavigableMap<String, Double> shares = shares(strata, config);
        NavigableMap<String, Long> most = new TreeMap<>();
        strata.forEach((name, count) -> most.put(name, most(count, shares.get(name), config)));
        NavigableMap<String, Long> chosen = config.episodes() == 0 ? most : fill(shares, most, config.episodes());
        NavigableMap<String, Double> weights = Weights.of(shares, chosen, config.mostWeight());
        NavigableMap<String, Quota> quotas = new TreeMap<>();
        strata.forEach((name, count) ->
                quotas.put(name, new Quota(count, chosen.get(name), shares.get(name), weights.get(name))));
        return quotas;
    }

    private static long most(long count, double share, BalanceConfig config) {
        if (share == 0) {
            return 0;
        }
        return config.most() == 0 ? count : Math.min(count, config.most());
    }

    private static NavigableMap<String, Double> shares(NavigableMap<String, Long> strata, BalanceConfig config) {
        if (config.target() == Target.EXPLICIT) {
            requireMembers(strata, config);
        }
        NavigableMap<String, Double> shares = new TreeMap<>();
        strata.forEach((name, count) -> shares.put(name, share(name, (double) count, config)));
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException(
                    "Cannot balance: no stratum has both a share and episodes; there are %s, shares are %s"
                            .formatted(strata, config.shares()));
        }
        shares.replaceAll((name, share) -> share / sum);
        return shares;
    }

    private static double share(String name, double count, BalanceConfig config) {
        return switch (config.target()) {
            case NATURAL -> count;
            case EQUAL -> 1;
            case SQUARE_ROOT -> Math.sqrt(count);
            case EXPLICIT -> config.shares().getOrDefault(name, 0.0);
        };
    }

    private static void requireMembers(NavigableMap<String, Long> strata, BalanceConfig config) {
        config.shares().keySet().stream()
                .filter(name -> !strata.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "Cannot balance: balance.shares names the stratum '%s', which has no episode; there are %s"
                                    .formatted(name, strata));
                });
    }

    private static NavigableMap<String, Long> fill(
            NavigableMap<String, Double> shares, NavigableMap<String, Long> most, long wanted) {
        NavigableMap<String, Long> chosen = new TreeMap<>();
        shares.keySet().forEach(name -> chosen.put(name, 0L));
        long left = Math.min(
                wanted, most.values().stream().mapToLong(Long::longValue).sum());
        while (left > 0) {
            left -= pour(shares, most, chosen, left);
        }
        return chosen;
    }

    /** Gives each stratum with room its share of what is left; at least one episode in all; how many it gave. */
    private static long pour(
            NavigableMap<String, Double> shares,
            NavigableMap<String, Long> most,
            NavigableMap<String, Long> chosen,
            long left) {
        double open = shares.keySet().stream()
                .filter(name -> chosen.get(name) < most.get(name))
                .mapToDouble(shares::get)
                .sum();
        long given = 0;
        for (String name : shares.keySet()) {
            long room = most.get(name) - chosen.get(name);
            long part = Math.min(room, (long) Math.floor(left * shares.get(name) / open));
            chosen.merge(name, part, Long::sum);
            given += part;
        }
        return given > 0 ? given : crumbs(shares, most, chosen, left);
    }

    /** What is left is less than one for each: it goes to the strata that are furthest below their shares, one each. */
    private static long crumbs(
            NavigableMap<String, Double> shares,
            NavigableMap<String, Long> most,
            NavigableMap<String, Long> chosen,
            long left) {
        double total =
                left + chosen.values().stream().mapToLong(Long::longValue).sum();
        List<String> neediest = shares.keySet().stream()
                .filter(name -> chosen.get(name) < most.get(name))
                .sorted(Comparator.comparingDouble(name -> -lack(shares, chosen, name, total)))
                .limit(left)
                .toList();
        neediest.forEach(name -> chosen.merge(name, 1L, Long::sum));
        return neediest.size();
    }

    private static double lack(
            NavigableMap<String, Double> shares, NavigableMap<String, Long> chosen, String name, double total) {
        return shares.get(name) * total - chosen.get(name);
    }

    /**
     * Place of an episode among others of its stratum: the {@code chosen} ones of least ticket stay, in whatever order they
     * come and wherever they lie. A hash of seed and id.
     */
    public static long ticket(long seed, String episode) {
        long high = Long.parseUnsignedLong(episode.substring(0, 16), 16);
        long low = Long.parseUnsignedLong(episode.substring(16), 16);
        return Seeds.child(Seeds.child(seed, high), low);
    }

    /**
     * How many episodes of equal weights would tell as much: (Σ w)² / Σ w² (Kish, "Survey Sampling", 1965).
     */
    public static double effectiveSize(Map<String, Quota> quotas) {
        double sum = 0;
        double squares = 0;
        for (Quota quota : quotas.values()) {
            sum += quota.chosen() * quota.weight();
            squares += quota.chosen() * quota.weight() * quota.weight();
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }
}
