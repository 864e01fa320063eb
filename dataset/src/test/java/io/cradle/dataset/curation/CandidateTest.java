package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final List<Split> SPLITS = List.of(Split.values());

    @Property(tries = 100)
    void readingsOfOneEpisodeMergeToTheSameInAnyOrder(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 8) Integer> picks,
            @ForAll @IntRange(max = 99) int seed) {
        List<Candidate> readings = new ArrayList<>(picks.stream()
                .map(pick -> Candidates.named("a")
                        .holding("digest" + pick % 3)
                        .in(SPLITS.get(pick / 3))
                        .of("World" + pick % 2)
                        .with(Score.INK, pick % 3)
                        .make())
                .toList());
        Candidate whole = readings.stream().reduce(Candidate::merge).orElseThrow();
        Collections.shuffle(readings, new Random(seed));
        int half = readings.size() / 2;
        List<Candidate> halves = new ArrayList<>();
        for (List<Candidate> part : List.of(readings.subList(0, half), readings.subList(half, readings.size()))) {
            part.stream().reduce(Candidate::merge).ifPresent(halves::add);
        }
        assertThat(halves.stream().reduce(Candidate::merge)).contains(whole);
        assertThat(whole.copies()).isEqualTo(picks.size());
        assertThat(whole.digests())
                .hasSize((int) picks.stream().map(pick -> pick % 3).distinct().count());
    }

    @Test
    void withoutContentItIsNoCandidate() {
        assertThatThrownBy(() -> Candidates.named("a").holding().make())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid candidate 'a': it has no digest");
    }
}
