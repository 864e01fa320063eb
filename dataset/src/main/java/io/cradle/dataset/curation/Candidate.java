package io.cradle.dataset.curation;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Scores;
import io.cradle.dataset.score.Sketch;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An episode that is to be judged: all that is decided by, so that no decision needs its tensors.
 *
 * @param episode its id
 * @param split what it is for
 * @param world name of its world or robot
 * @param source kind of origin, such as {@code rollout}
 * @param policy identity of its policy
 * @param digests of its copies in the table that differ, at least one; more than one is a contradiction
 * @param copies how often it stands in the table, at least 1
 * @param scores what was measured on it
 * @param sketch by which near duplicates are found
 */
public record Candidate(
        String episode,
        Split split,
        String world,
        String source,
        String policy,
        List<String> digests,
        int copies,
        Scores scores,
        Sketch sketch)
        implements Serializable {
    private static final Comparator<Candidate> FIRST = Comparator.comparing(Candidate::digest)
            .thenComparing(Candidate::split)
            .thenComparing(Candidate::world)
            .thenComparing(Candidate::source)
            .thenComparing(Candidate::policy);

    public Candidate {
        digests = digests.stream().distinct().sorted().toList();
        if (digests.isEmpty()) {
            throw new IllegalArgumentException("Invalid candidate '%s': it has no digest".formatted(episode));
        }
        if (copies < 1) {
            throw new IllegalArgumentException(
                    "Invalid copies=%d of episode '%s': must be at least 1".formatted(copies, episode));
        }
    }

    /** Digest by which equal episodes are found. */
    public String digest() {
        return digests.get(0);
    }

    /** With another reading of the same episode; of contradicting ones the first stays, in whatever order they come. */
    public Candidate merge(Candidate that) {
        List<String> all = new ArrayList<>(digests);
        all.addAll(that.digests);
        Candidate kept = FIRST.compare(this, that) <= 0 ? this : that;
        return new Candidate(
                episode,
                kept.split,
                kept.world,
                kept.source,
                kept.policy,
                all,
                copies + that.copies,
                kept.scores,
                kept.sketch);
    }
}
