package io.cradle.ingest.align;

/** What stands between two stamps of a stream. */
public enum Interpolation {
    /** A straight line: right for what moves smoothly. */
    LINEAR,
    /** The last value stays until the next one: right for commands. */
    HOLD,
    /** The value whose stamp is nearest, the earlier of two: right for pictures and labels. */
    NEAREST
}
