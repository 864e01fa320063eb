package io.cradle.ingest.csv;

/** What stands between two rows. */
public enum Interpolation {
    /** A straight line: right for what moves smoothly. */
    LINEAR,
    /** The last value stays until the next row: right for commands. */
    HOLD
}
