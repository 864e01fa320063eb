package io.cradle.dataset.curation;

import java.io.Serializable;

/**
 * What was decided on one episode, and on what grounds.
 *
 * @param candidate the episode with what was measured on it
 * @param verdict whether it stays
 * @param stratum which part of a balanced whole it belongs to; empty where nothing is balanced
 * @param weight how much it counts against others in training, at least 0; 1 where nothing is balanced
 */
public record Judged(Candidate candidate, Verdict verdict, String stratum, double weight) implements Serializable {
    public Judged {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("Invalid weight=%s of episode '%s': must be finite and at least 0"
                    .formatted(weight, candidate.episode()));
        }
    }

    /** A verdict on an episode of no stratum. */
    public static Judged of(Candidate candidate, Verdict verdict) {
        return new Judged(candidate, verdict, "", 1);
    }

    /** Its id. */
    public String episode() {
        return candidate.episode();
    }

    /** Whether it stays. */
    public boolean stays() {
        return verdict instanceof Verdict.Keep;
    }

    /** With another verdict, if it stays so far. */
    public Judged unless(Verdict.Drop drop) {
        return stays() ? new Judged(candidate, drop, stratum, weight) : this;
    }

    /** In a stratum, with a weight. */
    public Judged weighed(String of, double by) {
        return new Judged(candidate, verdict, of, by);
    }
}
