package io.cradle.dataset.table;

import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import java.io.Serializable;

/**
 * What an episode's content comes down to.
 *
 * @param episode its id
 * @param digest {@link io.cradle.dataset.episode.ContentHash#of} its tensors
 * @param steps T
 * @param provenance where it came from
 * @param copies how often it stands in the table, at least 1
 */
public record EpisodeDigest(String episode, String digest, int steps, Provenance provenance, int copies)
        implements Serializable {
    /** What the episode is for. */
    public Split split() {
        return provenance.split();
    }

    EpisodeDigest withCopies(int count) {
        return new EpisodeDigest(episode, digest, steps, provenance, count);
    }
}
