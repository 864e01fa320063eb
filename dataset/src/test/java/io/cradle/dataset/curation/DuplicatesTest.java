package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.curation.Duplicates.Copy;
import io.cradle.dataset.curation.Duplicates.Decision;
import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private static final List<Split> SPLITS = List.of(Split.values());

    @Test
    void aPlantedCopyIsFoundAndNothingElse() {
        List<Copy> copies = new ArrayList<>();
        for (long seed = 0; seed < 50; seed++) {
            copies.add(copy(Specimens.clean(seed, 20), Split.TRAIN));
        }
        Episode twin = new Episode(
                "f".repeat(32),
                Specimens.clean(7, 20).tensors(),
                Specimens.clean(7, 20).provenance());
        copies.add(copy(twin, Split.TRAIN));
        Decision decision = Duplicates.decide(copies);
        assertThat(decision.kept()).hasSize(50);
        assertThat(decision.dropped()).containsExactly(copy(twin, Split.TRAIN));
    }

    @Test
    void theSmallestIdStays() {
        Decision decision = decide(
                new Copy("c", "same", Split.TRAIN),
                new Copy("a", "same", Split.TRAIN),
                new Copy("b", "same", Split.TRAIN));
        assertThat(ids(decision.kept())).containsExactly("a");
        assertThat(ids(decision.dropped())).containsExactly("b", "c");
    }

    @Test
    void acrossSplitsTheOneInTrainLeaves() {
        assertThat(ids(decide(new Copy("a", "same", Split.TRAIN), new Copy("b", "same", Split.VAL))
                        .dropped()))
                .containsExactly("a");
        assertThat(ids(decide(
                                new Copy("a", "same", Split.TRAIN),
                                new Copy("b", "same", Split.VAL),
                                new Copy("c", "same", Split.TEST))
                        .dropped()))
                .containsExactly("a", "b");
    }

    @Test
    void anIdStoredTwiceIsACopyAndStaysOnce() {
        Decision decision = decide(new Copy("a", "same", Split.TRAIN), new Copy("a", "same", Split.TRAIN));
        assertThat(ids(decision.kept())).containsExactly("a");
        assertThat(ids(decision.dropped())).containsExactly("a");
    }

    @Property(tries = 100)
    void orderAndGroupingChangeNothing(
            @ForAll @Size(max = 20) List<@IntRange(max = 8) Integer> picks, @ForAll @IntRange(max = 99) int seed) {
        List<Copy> copies = picks.stream()
                .map(pick -> new Copy("id" + pick, "digest" + pick % 4, SPLITS.get(pick % 3)))
                .collect(Collectors.toCollection(ArrayList::new));
        Decision whole = Duplicates.decide(copies);
        Collections.shuffle(copies, new Random(seed));
        assertThat(Duplicates.decide(copies)).isEqualTo(whole);
        assertThat(copies.stream().collect(Collectors.groupingBy(Copy::digest)).values().stream()
                        .flatMap(group -> Duplicates.decide(group).kept().stream()))
                .containsExactlyInAnyOrderElementsOf(whole.kept());
        assertThat(Stream.concat(whole.kept().stream(), whole.dropped().stream()))
                .containsExactlyInAnyOrderElementsOf(copies);
    }

    private static Copy copy(Episode episode, Split split) {
        return new Copy(episode.id(), ContentHash.of(episode.tensors()), split);
    }

    private static Decision decide(Copy... copies) {
        return Duplicates.decide(List.of(copies));
    }

    private static List<String> ids(List<Copy> copies) {
        return copies.stream().map(Copy::episode).toList();
    }
}
