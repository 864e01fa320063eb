package io.cradle.dataset.curation;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import io.cradle.dataset.score.Sketch;
import java.util.List;
import java.util.Map;

/** Candidates for tests, said briefly: what isn't said is as in a sound episode of TRAIN. */
public record Candidates(String episode, Split split, String world, List<String> digests, Scores scores) {
    /** A candidate with the content of its own name. */
    public static Candidates named(String episode) {
        return new Candidates(episode, Split.TRAIN, "Box", List.of(episode), Scores.of(Map.of(Score.STEPS, 50.0)));
    }

    /** In a split. */
    public Candidates in(Split other) {
        return new Candidates(episode, other, world, digests, scores);
    }

    /** Of a world. */
    public Candidates of(String other) {
        return new Candidates(episode, split, other, digests, scores);
    }

    /** With these contents. */
    public Candidates holding(String... other) {
        return new Candidates(episode, split, world, List.of(other), scores);
    }

    /** With one more score. */
    public Candidates with(Score score, double value) {
        return new Candidates(episode, split, world, digests, scores.with(score, value));
    }

    /** The candidate. */
    public Candidate make() {
        byte[] blank = new byte[Sketch.SLOTS * Short.BYTES];
        return new Candidate(
                episode, split, world, "rollout", "uniform", digests, digests.size(), scores, Sketch.ofBytes(blank));
    }
}
