package io.cradle.training.planning;

import java.io.Serializable;

/**
 * Section {@code plan.search} of the configuration: how planners look for a plan.
 *
 * @param candidates B, plans that are tried at a time, 2 to 16384
 * @param iterations how often, at least 1
 * @param elites best candidates that CEM fits its Gaussian to, from 1 to {@code candidates}
 * @param momentum share of CEM's old Gaussian that stays, from 0 to below 1
 * @param temperature of MPPI's weights exp(return / temperature), above 0
 * @param deviation standard deviation of the first draws, above 0; an action is from -1 to 1
 * @param correlation of the noise of one step with that of the step before, from 0 to below 1
 */
public record SearchConfig(
        int candidates,
        int iterations,
        int elites,
        double momentum,
        double temperature,
        double deviation,
        double correlation)
        implements Serializable {
    /** So many worlds of Urchin fit a heap of 4 GiB; more were not tried. */
    static final int MOST_CANDIDATES = 1 << 14;

    public SearchConfig {
        if (candidates < 2 || candidates > MOST_CANDIDATES) {
            throw new IllegalArgumentException(
                    "Invalid plan.search.candidates=%d: must be 2 to %d, each a world of its own"
                            .formatted(candidates, MOST_CANDIDATES));
        }
        if (iterations < 1) {
            throw new IllegalArgumentException(
                    "Invalid plan.search.iterations=%d: must be at least 1".formatted(iterations));
        }
        if (elites < 1 || elites > candidates) {
            throw new IllegalArgumentException(
                    "Invalid plan.search.elites=%d: must be from 1 to the %d candidates".formatted(elites, candidates));
        }
        if (!(momentum >= 0 && momentum < 1) || !(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException(
                    "Invalid plan.search.momentum=%s, plan.search.correlation=%s: each must be from 0 to below 1"
                            .formatted(momentum, correlation));
        }
        if (!(temperature > 0) || !(deviation > 0)) {
            throw new IllegalArgumentException(
                    "Invalid plan.search.temperature=%s, plan.search.deviation=%s: each must be above 0"
                            .formatted(temperature, deviation));
        }
    }
}
