package io.cradle.ingest.source;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.source.Finding.Kind;

/** Who wants to know what was found out about recordings while they were read. */
@FunctionalInterface
public interface Findings {
    /** Keeps to the rule that nothing may be left out: throws what is refused, and passes over what is noticed. */
    Findings STRICT = finding -> {
        if (finding.kind() == Kind.REFUSED) {
            throw new CorruptDataException(
                    finding.file(), "%s: %s; %s".formatted(finding.place(), finding.reason(), finding.detail()));
        }
    };

    /** Takes note. */
    void add(Finding finding);
}
