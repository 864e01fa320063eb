package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Split;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final CurationConfig CONFIG = new CurationConfig(10, 20);

    @Test
    void ofEqualEpisodesTheSmallestIdStays() {
        assertThat(Judge.judge(
                        List.of(candidate("b", Split.TRAIN, 50, "x"), candidate("a", Split.TRAIN, 50, "x")), CONFIG))
                .extracting(Judged::episode, Judged::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", new Verdict.Keep()),
                        org.assertj.core.groups.Tuple.tuple("b", new Verdict.Drop("duplicate")));
    }

    @Test
    void theCopyInTrainLeavesForTheOneInTest() {
        assertThat(Judge.judge(
                        List.of(candidate("a", Split.TRAIN, 50, "x"), candidate("b", Split.TEST, 50, "x")), CONFIG))
                .extracting(Judged::verdict)
                .containsExactly(new Verdict.Drop("duplicate"), new Verdict.Keep());
    }

    @Test
    void aFaultOfItsOwnIsNamedBeforeBeingADuplicate() {
        assertThat(Judge.judge(
                        List.of(candidate("a", Split.TRAIN, 5, "x"), candidate("b", Split.TRAIN, 5, "x")), CONFIG))
                .extracting(Judged::verdict)
                .containsOnly(new Verdict.Drop("too short"));
    }

    @Test
    void anIdWithTwoContentsLeaves() {
        assertThat(Judge.judge(List.of(candidate("a", Split.TRAIN, 50, "x", "y")), CONFIG))
                .extracting(Judged::verdict)
                .containsExactly(new Verdict.Drop("same id, other content"));
    }

    private static Candidate candidate(String id, Split split, int steps, String... digests) {
        Scores scores = new Scores(Map.of(
                Scores.STEPS,
                (double) steps,
                Scores.NON_FINITE,
                0.0,
                Scores.OUT_OF_RANGE,
                0.0,
                Scores.STILL_STEPS,
                1.0));
        return new Candidate(id, split, List.of(digests), digests.length, scores);
    }
}
