package io.cradle.training.planning;

/** Goals that a configuration can name. */
public enum GoalKind {
    /** All parts of the robots where a fresh start of the world would have them, see {@link BodyGoal}. */
    BODY
}
