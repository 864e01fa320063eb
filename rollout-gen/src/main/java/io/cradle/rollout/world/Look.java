package io.cradle.rollout.world;

/** How a thing shows in frames. */
public enum Look {
    /** Filled: ink in binary frames, its colour in others. */
    INK,
    /** As paper: it leaves no mark, and hides what is behind it. */
    BLANK
}
