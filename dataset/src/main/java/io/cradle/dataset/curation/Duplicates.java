package io.cradle.dataset.curation;

/**
 * A sieve for episodes with equal content: the first in the order of {@link Copy} stays, the others leave. It is shown
 * episodes in ascending order of digest and then of {@link Copy}, and remembers no more than the last digest.
 */
public final class Duplicates {
    /** Reason of the verdict on an episode that leaves. */
    public static final String DUPLICATE = "duplicate";

    private String last = "";

    /** A sieve that was shown nothing. */
    public Duplicates() {}

    /** Whether the next episode stays. */
    public Verdict judge(String digest) {
        boolean again = digest.equals(last);
        last = digest;
        return again ? new Verdict.Drop(DUPLICATE) : new Verdict.Keep();
    }
}
