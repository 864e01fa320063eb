package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private static final List<Split> SPLITS = List.of(Split.values());

    @Test
    void theSmallestIdStays() {
        assertThat(kept(content("same", "c"), content("same", "a"), content("same", "b")))
                .containsExactly("a");
    }

    @Test
    void acrossSplitsTheOneInTrainLeaves() {
        Content train = content("same", "a");
        Content validation = new Content("same", new Copy(Split.VAL, "b"));
        Content test = new Content("same", new Copy(Split.TEST, "c"));
        assertThat(kept(train, validation)).containsExactly("b");
        assertThat(kept(train, validation, test)).containsExactly("c");
    }

    @Test
    void otherContentStays() {
        assertThat(kept(content("one", "a"), content("other", "b"))).containsExactly("a", "b");
    }

    @Property(tries = 100)
    void orderChangesNothingAndOneOfEachContentStays(
            @ForAll @Size(max = 20) List<@IntRange(max = 40) Integer> picks, @ForAll @IntRange(max = 99) int seed) {
        List<Content> contents = new ArrayList<>();
        for (int i = 0; i < picks.size(); i++) {
            contents.add(new Content("digest" + picks.get(i) % 4, new Copy(SPLITS.get(picks.get(i) % 3), "id" + i)));
        }
        List<String> whole = kept(contents.toArray(Content[]::new));
        Collections.shuffle(contents, new Random(seed));
        assertThat(kept(contents.toArray(Content[]::new))).isEqualTo(whole);
        assertThat(whole)
                .hasSize((int) contents.stream().map(Content::digest).distinct().count());
    }

    private static Content content(String digest, String id) {
        return new Content(digest, new Copy(Split.TRAIN, id));
    }

    /** Ids that stay, of contents in any order. */
    private static List<String> kept(Content... contents) {
        Duplicates sieve = new Duplicates();
        List<Content> sorted = new ArrayList<>(List.of(contents));
        sorted.sort(Comparator.comparing(Content::digest).thenComparing(Content::copy));
        return sorted.stream()
                .filter(each -> sieve.judge(each.digest()) instanceof Verdict.Keep)
                .map(each -> each.copy().episode())
                .toList();
    }

    /** An episode as the sieve sees it. */
    private record Content(String digest, Copy copy) {}
}
