package io.cradle.ingest.mcap;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import java.util.Map;
import java.util.TreeMap;

/** Counts the messages of a topic that were left out, by reason. */
final class Tally {
    private final String topic;
    private final Map<String, Entry> entries = new TreeMap<>();

    Tally(String topic) {
        this.topic = topic;
    }

    /**
     * Messages of one reason.
     *
     * @param count how many
     * @param time stamp of the first in ns
     * @param detail what was wrong with the first
     */
    private record Entry(long count, long time, String detail) {
        Entry again() {
            return new Entry(count + 1, time, detail);
        }
    }

    /** One more. */
    void add(String reason, long time, String detail) {
        entries.merge(reason, new Entry(1, time, detail), (before, more) -> before.again());
    }

    /** How many there are of a reason. */
    long count(String reason) {
        return entries.containsKey(reason) ? entries.get(reason).count() : 0;
    }

    /** Tells of them, a finding a reason. */
    void report(String file, Findings findings) {
        entries.forEach((reason, entry) -> findings.add(Finding.noticed(
                file,
                "topic " + topic,
                reason,
                "%d messages were left out, the first at %d ns: %s"
                        .formatted(entry.count(), entry.time(), entry.detail()))));
    }
}
