package io.cradle.ingest.mcap;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;

/** Counts what could not be read while a file was read on. */
final class McapDamage {
    private final String file;
    private long messages;
    private long cutAt = -1;
    private long size;
    private long chunks;
    private String firstChunk = "";
    private String firstReason = "";
    private long orphans;

    McapDamage(String file) {
        this.file = file;
    }

    /** A message was read. */
    void message() {
        messages++;
    }

    /** A chunk was left out. */
    void chunk(String place, String reason) {
        if (chunks++ == 0) {
            firstChunk = place;
            firstReason = reason;
        }
    }

    /** A message was left out, because nothing says what it is. */
    void orphan() {
        orphans++;
    }

    /** The file ends early. */
    void cut(long at, long bytes) {
        cutAt = at;
        size = bytes;
    }

    /** Messages that were read. */
    long messages() {
        return messages;
    }

    /** Tells what there was. */
    void report(Findings findings) {
        if (cutAt >= 0) {
            findings.add(Finding.noticed(
                    file,
                    "byte " + cutAt,
                    "truncated",
                    "%d messages were read, ended at byte %d of %d; copy it again or re-record"
                            .formatted(messages, cutAt, size)));
        }
        if (chunks > 0) {
            findings.add(Finding.noticed(
                    file,
                    firstChunk,
                    "chunk damaged",
                    "%d chunks were left out, the first because %s; copy it again or re-record"
                            .formatted(chunks, firstReason)));
        }
        if (orphans > 0) {
            findings.add(Finding.noticed(
                    file,
                    "",
                    "channel unknown",
                    "%d messages were left out, because no record says what channel they are of; copy it again or re-record"
                            .formatted(orphans)));
        }
    }
}
