package io.cradle.dataset.table;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version of a table.
 *
 * @param version from 0
 * @param time when it was committed, ISO 8601 in UTC
 * @param operation what was done, in Delta's words, such as {@code WRITE Append} or {@code OPTIMIZE}
 * @param changes {@code filesAdded}, {@code rowsAdded} (segments), {@code bytesAdded}, {@code filesRemoved},
 *     {@code bytesRemoved}, as far as the commit says them
 * @param lineage how it came to be; only the command is known of commits that another program made
 */
public record Commit(long version, String time, String operation, SortedMap<String, Long> changes, Lineage lineage) {
    public Commit {
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }
}
