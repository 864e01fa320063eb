package io.cradle.jobs.build;

/** Whether a build may follow changed settings of curation and balance. */
public enum Acceptance {
    /** It refuses them, naming each. */
    NONE,
    /** It decides on all episodes anew. */
    SETTINGS
}
