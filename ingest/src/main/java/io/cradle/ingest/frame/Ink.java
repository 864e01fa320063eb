package io.cradle.ingest.frame;

/** Which side of a threshold is ink. It is told, never guessed: a guess could flip from one recording to the next. */
public enum Ink {
    /** What is brighter. */
    BRIGHT,
    /** What is darker. */
    DARK
}
