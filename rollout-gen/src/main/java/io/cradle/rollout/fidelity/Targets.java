package io.cradle.rollout.fidelity;

import io.cradle.dataset.spec.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a world must agree with its reference; a file that is bound to this record.
 *
 * @param pixelsOn share by which the pixels of ink may differ
 * @param changedPixels share by which the pixels that change in a step may differ
 * @param contacts share by which the pairs that touch may differ
 * @param energy share by which the kinetic energy may differ
 * @param worlds by name, when they may diverge; of others only the rest is asked
 */
public record Targets(
        double pixelsOn, double changedPixels, double contacts, double energy, Map<String, Divergence> worlds) {
    /**
     * When the rollouts of a world may be 1 % off.
     *
     * @param median steps, of another port of the same engine
     * @param share of it that must be reached by the median here
     */
    public record Divergence(double median, double share) {
        public Divergence {
            if (!(median > 0) || !(share > 0)) {
                throw new IllegalArgumentException(
                        "Invalid target median=%s, share=%s: both must be above 0".formatted(median, share));
            }
        }

        /** Fewest steps that will do. */
        double least() {
            return median * share;
        }
    }

    public Targets {
        worlds = Ordered.copyOf(worlds);
    }

    /** Fewest median steps until 1 % that will do for a world, if there is a target. */
    public Optional<Double> least(String world) {
        return Optional.ofNullable(worlds.get(world)).map(Divergence::least);
    }

    /** What is missed, each in words; nothing if all is well. */
    public List<String> missed(Agreement found) {
        List<String> missed = new ArrayList<>();
        least(found.world())
                .filter(least -> found.median() < least)
                .ifPresent(least ->
                        missed.add("steps until 1 %%: %.1f, at least %.1f is asked".formatted(found.median(), least)));
        if (found.differingFrames() > 0) {
            missed.add("frames that differ: %d of %d, none may".formatted(found.differingFrames(), found.frames()));
        }
        within("pixels on", found.pixelsOn(), pixelsOn, missed);
        within("changed pixels", found.changedPixels(), changedPixels, missed);
        within("contacts", found.contacts(), contacts, missed);
        within("energy", found.energy(), energy, missed);
        return missed;
    }

    private static void within(String what, Means means, double tolerance, List<String> missed) {
        if (!(Math.abs(means.excess()) <= tolerance)) {
            missed.add("%s: %+.1f %%, at most %.1f %% is asked".formatted(what, 100 * means.excess(), 100 * tolerance));
        }
    }
}
