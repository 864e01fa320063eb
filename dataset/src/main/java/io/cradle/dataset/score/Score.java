package io.cradle.dataset.score;

import java.util.Arrays;
import java.util.Optional;

/** What is measured on an episode. Each is a column of a selection, named by {@link #toString}. */
public enum Score {
    /** T, the length of the episode in steps. */
    STEPS("steps", "steps of the episode"),
    /** How many measured float elements are NaN or infinite. */
    NON_FINITE("nonFinite", "measured numbers that are NaN or infinite"),
    /** How many measured finite elements lie outside the range that their tensor declares. */
    OUT_OF_RANGE("outOfRange", "measured numbers outside of their tensor's range"),
    /** Longest run of consecutive steps that all show the same, in steps; 1 where every step differs from the last. */
    STILL_STEPS("stillSteps", "longest run of steps in which nothing observed changes"),
    /** Steps at the end in which nothing observed changes by more than {@link Scoring#idle}. */
    IDLE_TAIL("idleTail", "steps at the end in which hardly anything observed changes"),
    /** Fraction of the frames' pixels that are ink, 0 to 1; only there if there are binary frames. */
    INK("ink", "share of pixels that are ink"),
    /** Mean share of a frame's pixels that flip in a step (of gray and colour: mean change over 255), 0 to 1. */
    MOTION("motion", "mean share of pixels that flip in a step"),
    /** Mean over steps of the greatest change of a float observation, as a share of its tensor's range. */
    TRAVEL("travel", "mean over steps of the greatest change of an observed number, as a share of its range"),
    /** Share of steps in which a body touches another body; only there if contacts were recorded. */
    CONTACT("contact", "share of steps in which a body touches another body"),
    /** How often a contact begins, with another body, scenery or a wall. */
    CONTACT_EVENTS("contactEvents", "contacts that begin: of bodies with each other, scenery or walls"),
    /** Mean over observed channels of the share of {@link Scoring#bins} of their range that are visited. */
    POSES("poses", "mean over observed channels of the share of bins of their range that are visited"),
    /** As {@link #POSES}, of changes in a step between minus and plus a quarter of the range. */
    SPEEDS("speeds", "mean over observed channels of the share of bins of change a step that are visited"),
    /** Longest run in which a channel keeps one value to the last bit while another of its tensor changes at each step. */
    STUCK_STEPS("stuckSteps", "longest run in which a channel is frozen while others of its tensor move"),
    /** Greatest share over channels of steps at an end of their range. */
    SATURATED("saturated", "greatest share over observed channels of steps at an end of their range"),
    /** Longest time between steps over the median; only there if there are time stamps. */
    LONGEST_GAP("longestGap", "longest time between two steps, in medians"),
    /** Steps whose time stamp is not after the one before. */
    BACKWARDS("backwards", "steps whose time stamp is not after the one before"),
    /** Mean surprise of a model in bits a frame; only there if a table of it was given. */
    SURPRISE("surprise", "mean surprise of a model, bits a frame");

    private final String key;
    private final String meaning;

    Score(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /** In words, for the comment of its column. */
    public String meaning() {
        return meaning;
    }

    /** The score with this name, if there is one. */
    public static Optional<Score> named(String name) {
        return Arrays.stream(values()).filter(score -> score.key.equals(name)).findFirst();
    }

    /** Name of its column and in the configuration. */
    @Override
    public String toString() {
        return key;
    }
}
