package io.cradle.ingest.rlds;

import io.cradle.dataset.episode.Split;
import io.cradle.ingest.source.Finding;
import java.util.Optional;

/**
 * A file of records and what is known of it.
 *
 * @param file its path
 * @param label its name among those of the dataset
 * @param metadata what lies beside it
 * @param declared the split that it declares
 */
record RldsSource(String file, String label, RldsMetadata metadata, Optional<Split> declared) {
    private static final long SECOND = 1_000_000_000;

    /** Stamp of a step in ns. */
    long time(int step) {
        return metadata.rate() > 0 ? Math.round(step * (SECOND / metadata.rate())) : step * SECOND;
    }

    Finding refused(long record, String reason, String detail) {
        return Finding.refused(file, "record " + record, reason, detail);
    }

    Finding noticed(long record, String reason, String detail) {
        return Finding.noticed(file, "record " + record, reason, detail);
    }
}
