package io.cradle.dataset.table;

/**
 * One version of a table.
 *
 * @param version from 0
 * @param lineage how it came to be; only the command is known of commits that another program made
 */
public record Commit(long version, Lineage lineage) {}
