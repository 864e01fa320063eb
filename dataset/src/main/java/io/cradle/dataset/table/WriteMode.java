package io.cradle.dataset.table;

/** What a write does about a table that is there already. */
public enum WriteMode {
    /** Makes a table; one that exists is an error. */
    CREATE,
    /** Adds to a table of the same layout, or makes it. */
    APPEND,
    /** Puts a new version in place of all that was there; older versions stay readable. */
    OVERWRITE
}
