package io.cradle.dataset.curation;

import java.io.Serializable;

/**
 * What was decided on one episode, and on what grounds.
 *
 * @param candidate the episode with what was measured on it
 * @param verdict whether it stays
 * @param stratum which part of a balanced whole it belongs to; empty where nothing is balanced
 * @param weight how much it counts against others in training: 0 if it leaves, 1 where nothing is balanced
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
        return new Judged(candidate, verdict, "", verdict instanceof Verdict.Keep ? 1 : 0);
    }

    /** Its id. */
    public String episode() {
        return candidate.episode();
    }

    /** Whether it stays. */
    public boolean stays() {
        return verdict instanceof Verdict.Keep;
    }

    /** In a stratum, with a weight. */
    public Judged weighed(String of, double by) {
        return new Judged(candidate, verdict, of, by);
    }
}
