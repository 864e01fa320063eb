package io.cradle.training.planning;

/** What a planner knows of the true world that it acts in. */
public enum Knowledge {
    /** Its state, by a snapshot: a simulator of it can go on from there. */
    STATE,
    /** What was seen and done since the start of the episode: a learned simulator is prompted with it. */
    SEEN
}
