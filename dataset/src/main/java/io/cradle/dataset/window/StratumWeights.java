package io.cradle.dataset.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Weights by which each stratum gets its share of the windows, however many and however long its episodes are. */
public final class StratumWeights {
    private StratumWeights() {}

    /**
     * Weights for {@link WindowSampler#weighted}.
     *
     * @param stratum name of the stratum of a stretch
     * @param shares of strata in any unit; a stratum that isn't named gets none
     * @throws IllegalArgumentException if a stratum with a share has no window
     */
    public static ToDoubleFunction<Stretch> of(
            List<Stretch> stretches,
            WindowSpec windows,
            Function<Stretch, String> stratum,
            Map<String, Double> shares) {
        Map<String, Long> counts = new HashMap<>();
        for (Stretch stretch : stretches) {
            counts.merge(stratum.apply(stretch), (long) Windower.count(stretch, windows), Long::sum);
        }
        shares.forEach((name, share) -> requireWindows(name, share, counts.getOrDefault(name, 0L)));
        return stretch -> {
            String name = stratum.apply(stretch);
            double share = shares.getOrDefault(name, 0.0);
            return share == 0 ? 0 : share / counts.get(name);
        };
    }

    private static void requireWindows(String stratum, double share, long windows) {
        if (share > 0 && windows == 0) {
            throw new IllegalArgumentException(
                    "Cannot draw from stratum '%s': it has a share of %s and no window; leave it out, or add longer episodes"
                            .formatted(stratum, share));
        }
    }
}
