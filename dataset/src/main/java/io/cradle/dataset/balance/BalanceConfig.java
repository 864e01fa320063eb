package io.cradle.dataset.balance;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Section {@code balance} of the configuration: which strata TRAIN has, and what share each is meant to have. VAL and TEST
 * are left as they are: what is measured there is the world as it is.
 *
 * @param strata cuts that together make strata; without any nothing is balanced
 * @param target how shares are meant to be
 * @param shares of target EXPLICIT: a stratum's name and its share, in any unit; strata that aren't named get none
 * @param episodes how many are chosen; 0 keeps all and weighs them
 * @param most episodes of a stratum at most; 0 is no bound
 * @param mostWeight greatest weight of an episode, in shares of the mean, at least 1; a rarer stratum stays below its share
 * @param seed of the choice
 */
public record BalanceConfig(
        List<Cut> strata,
        Target target,
        Map<String, Double> shares,
        int episodes,
        int most,
        double mostWeight,
        long seed)
        implements Serializable {
    public BalanceConfig {
        strata = List.copyOf(strata);
        shares = Collections.unmodifiableMap(new TreeMap<>(shares));
        if (episodes < 0) {
            throw new IllegalArgumentException("Invalid balance.episodes=%d: must be at least 0".formatted(episodes));
        }
        if (most < 0) {
            throw new IllegalArgumentException("Invalid balance.most=%d: must be at least 0".formatted(most));
        }
        if (!(mostWeight >= 1)) {
            throw new IllegalArgumentException(
                    "Invalid balance.mostWeight=%s: must be at least 1".formatted(mostWeight));
        }
        if (shares.values().stream().anyMatch(share -> !(share >= 0) || Double.isInfinite(share))) {
            throw new IllegalArgumentException(
                    "Invalid balance.shares=%s: each must be a number of at least 0".formatted(shares));
        }
        if (!shares.isEmpty() && target != Target.EXPLICIT) {
            throw new IllegalArgumentException(
                    "Invalid balance.shares=%s: only target EXPLICIT has shares, it is %s".formatted(shares, target));
        }
    }

    /** Whether anything is balanced. */
    public boolean balances() {
        return !strata.isEmpty();
    }
}
