package io.cradle.dataset.table;

/** What a write does with what is there. */
public enum WriteMode {
    /** Makes a table; refuses a path that holds anything. */
    CREATE,
    /** Adds to a table of the same layout. */
    APPEND,
    /** Replaces the content of a table, in one commit; earlier versions stay readable until they are vacuumed. */
    OVERWRITE,
    /** Goes on with a build that was interrupted: makes the table if there is none, else adds to it. */
    RESUME
}
