package io.cradle.ingest.hdf5;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.source.Finding;
import java.nio.file.Path;

/**
 * Something cannot be read. Never leaves this package: it becomes a finding where one take is concerned, and a
 * {@link CorruptDataException} where the whole file is.
 */
final class Refusal extends RuntimeException {
    private final String reason;

    /**
     * Says why.
     *
     * @param reason a short stable phrase by which findings are counted
     * @param detail what was found, and what to do
     */
    Refusal(String reason, String detail) {
        this(reason, detail, null);
    }

    /** Says why, with what was thrown on reading. */
    Refusal(String reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    /** As the finding that a take is left out. */
    Finding finding(Path file, String take) {
        return Finding.refused(file.toString(), take, reason, getMessage());
    }

    /** As the failure of the whole file. */
    CorruptDataException corrupt(Path file) {
        return new CorruptDataException(file.toString(), reason + ": " + getMessage(), this);
    }
}
