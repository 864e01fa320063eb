package io.cradle.dataset.curation;

/** Decides on scores, never on data. The first rule that an episode breaks, in the order below, is the reason. */
public final class Curator {
    /** Fewer steps than {@link CurationConfig#minSteps}. */
    public static final String TOO_SHORT = "too short";
    /** A measured value is NaN or infinite. */
    public static final String NOT_A_NUMBER = "not a number";
    /** A measured value lies outside the range that its tensor declares. */
    public static final String OUT_OF_RANGE = "out of range";
    /** At least {@link CurationConfig#frozenSteps} steps in a row show the same. */
    public static final String FROZEN = "frozen";

    private Curator() {}

    /** Whether an episode with these scores stays. */
    public static Verdict judge(Scores scores, CurationConfig config) {
        if (scores.require(Scores.STEPS) < config.minSteps()) {
            return new Verdict.Drop(TOO_SHORT);
        }
        if (scores.require(Scores.NON_FINITE) > 0) {
            return new Verdict.Drop(NOT_A_NUMBER);
        }
        if (scores.require(Scores.OUT_OF_RANGE) > 0) {
            return new Verdict.Drop(OUT_OF_RANGE);
        }
        if (scores.require(Scores.STILL_STEPS) >= config.frozenSteps()) {
            return new Verdict.Drop(FROZEN);
        }
        return new Verdict.Keep();
    }
}
