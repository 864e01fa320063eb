package io.cradle.dataset.curation;

import io.cradle.dataset.episode.Split;
import java.io.Serializable;
import java.util.List;

/**
 * An episode that is to be judged.
 *
 * @param episode its id
 * @param split what it is for
 * @param digests of its copies in the table that differ, at least one; more than one is a contradiction
 * @param copies how often it stands in the table, at least 1
 * @param scores what was measured on its first copy
 */
public record Candidate(String episode, Split split, List<String> digests, int copies, Scores scores)
        implements Serializable {
    public Candidate {
        digests = digests.stream().sorted().toList();
        if (digests.isEmpty()) {
            throw new IllegalArgumentException("Invalid candidate '%s': it has no digest".formatted(episode));
        }
    }

    /** Digest by which equal episodes are found. */
    public String digest() {
        return digests.get(0);
    }
}
