package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same content in two splits is found, whatever ids it has. */
class LeaksTest {
    private static final List<Episode> EPISODES = SyntheticEpisodes.some(51, 8);

    @TempDir
    Path folder;

    private Leaks leaks(List<Episode> episodes) {
        EpisodeTable table =
                EpisodeTable.at(LocalSpark.session(), folder.resolve("t").toString());
        table.write(
                LocalSpark.parallel(episodes, 3), SyntheticEpisodes.LAYOUT, WriteMode.CREATE, EpisodeTableTest.LINEAGE);
        return table.leaks();
    }

    /** The content of an episode under another id, in a split that the source declares. */
    private static Episode copy(Episode episode, int number, Split split) {
        Provenance from = episode.provenance();
        String id = Episode.idOf("copy", episode.id(), Integer.toString(number));
        return new Episode(
                id,
                episode.tensors(),
                new Provenance(
                        from.source(),
                        from.world(),
                        from.worldDigest(),
                        from.policy(),
                        from.seed(),
                        from.generator(),
                        id,
                        split,
                        Provenance.SplitBy.SOURCE));
    }

    @Test
    void cleanSplitsDoNotLeak() {
        assertThat(leaks(EPISODES)).isEqualTo(Leaks.NONE);
    }

    @Test
    void copiesWithinASplitAreNoLeak() {
        List<Episode> episodes = new ArrayList<>(EPISODES);
        episodes.add(copy(EPISODES.get(0), 1, EPISODES.get(0).provenance().split()));

        assertThat(leaks(episodes).count()).isZero();
    }

    @Test
    void aPlantedLeakIsNamedWithItsEpisodesAndSplits() {
        Episode original = copy(EPISODES.get(0), 0, Split.TRAIN);
        Episode one = copy(original, 1, Split.TEST);
        Episode two = copy(original, 2, Split.TEST);
        List<Episode> episodes = new ArrayList<>(List.of(original, one, two));
        episodes.addAll(EPISODES.subList(1, 8));
        Leaks leaks = leaks(episodes);

        String least = one.id().compareTo(two.id()) < 0 ? one.id() : two.id();
        assertThat(leaks.count()).isEqualTo(1);
        assertThat(leaks.first())
                .containsExactly(new Leak(
                        ContentHash.of(original.tensors()),
                        new TreeMap<>(Map.of(
                                Split.TRAIN, new Leak.Place(original.id(), 1),
                                Split.TEST, new Leak.Place(least, 2)))));
        assertThat(leaks.first().get(0))
                .hasToString("TRAIN '%s', TEST '%s' and 1 more".formatted(original.id(), least));
    }

    @Test
    void allLeaksAreCountedAndAFewAreShown() {
        List<Episode> episodes = IntStream.range(0, 13)
                .mapToObj(i -> SyntheticEpisodes.one(52, i, 3))
                .flatMap(episode -> List.of(copy(episode, 0, Split.VAL), copy(episode, 1, Split.TEST)).stream())
                .toList();
        Leaks leaks = leaks(episodes);

        assertThat(leaks.count()).isEqualTo(13);
        assertThat(leaks.first()).hasSize(Leaks.MOST_SHOWN).isSortedAccordingTo((a, b) -> a.digest()
                .compareTo(b.digest()));
    }
}
