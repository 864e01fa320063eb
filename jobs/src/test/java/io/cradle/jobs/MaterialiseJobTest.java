package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.score.Scorer;
import io.cradle.dataset.score.Scoring;
import io.cradle.dataset.score.Sketch;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableFacts;
import io.cradle.dataset.table.WriteMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialiseJobTest {
    private static final Lineage LINEAGE = new Lineage("test", "", "", List.of("a@0", "b@3"), "");
    private static final Scoring SCORING = new Scoring(0.002, 16, 64);

    @TempDir
    Path directory;

    private EpisodeTable table(String name) {
        return EpisodeTable.at(LocalSession.spark(), directory.resolve(name).toString());
    }

    private void write(EpisodeTable table, List<Episode> episodes) {
        WriteMode mode = table.exists() ? WriteMode.APPEND : WriteMode.CREATE;
        table.write(LocalSession.session().context().parallelize(episodes, 3), Walkers.LAYOUT, mode, LINEAGE);
    }

    private SelectionTable selection(EpisodeTable table, List<Judged> judged) {
        SelectionTable selection = SelectionTable.at(
                LocalSession.spark(), directory.resolve("selection").toString());
        selection.write(
                LocalSession.session().context().parallelize(judged, 2),
                SCORING,
                table.reference(),
                WriteMode.CREATE,
                LINEAGE);
        return selection;
    }

    private static Judged judged(Episode episode, Verdict verdict) {
        Provenance from = episode.provenance();
        Candidate candidate = new Candidate(
                episode.id(),
                from.split(),
                from.world(),
                from.source(),
                from.policy(),
                List.of(ContentHash.of(episode.tensors())),
                1,
                Scorer.score(episode, SCORING),
                Sketch.of(episode, SCORING));
        return Judged.of(candidate, verdict);
    }

    @Test
    void theCopyHoldsTheKeptEpisodesOnceEachAndNamesBothParents() {
        EpisodeTable table = table("table");
        List<Episode> episodes = new ArrayList<>(Walkers.of(0, 12));
        episodes.add(Walkers.one(20, 700)); // several segments
        write(table, episodes);
        write(table, episodes.subList(0, 3)); // again
        List<Episode> kept = episodes.stream()
                .filter(episode -> episode.provenance().seed() % 2 == 0)
                .toList();
        List<Judged> judged = episodes.stream()
                .map(episode -> judged(episode, kept.contains(episode) ? new Verdict.Keep() : new Verdict.Drop("odd")))
                .toList();
        SelectionTable selection = selection(table, judged);
        EpisodeTable copy = table("copy");

        MaterialiseJob.run(LocalSession.session(), table, selection, copy, WriteMode.CREATE, LINEAGE);

        TableFacts facts = copy.describe();
        assertThat(facts.episodes()).isEqualTo(kept.size());
        assertThat(facts.contentHash()).isEqualTo(hash(kept));
        assertThat(facts.layout()).isEqualTo(table.layout());
        assertThat(facts.history().get(0).lineage().parents()).containsExactly("a@0", "b@3");
        assertThat(copy.episodes().collect()).containsExactlyElementsOf(sorted(kept));
    }

    @Test
    void whatNobodyKeepsIsNoTable() {
        EpisodeTable table = table("table");
        List<Episode> episodes = Walkers.of(0, 3);
        write(table, episodes);
        List<Judged> none = episodes.stream()
                .map(episode -> judged(episode, new Verdict.Drop("odd")))
                .toList();
        SelectionTable selection = selection(table, none);
        assertThatThrownBy(() -> MaterialiseJob.run(
                        LocalSession.session(), table, selection, table("copy"), WriteMode.CREATE, LINEAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no episode to write");
        assertThat(table("copy").exists()).isFalse();
    }

    private static List<Episode> sorted(List<Episode> episodes) {
        return episodes.stream().sorted(Comparator.comparing(Episode::id)).toList();
    }

    private static String hash(List<Episode> episodes) {
        ContentHash hash = new ContentHash();
        sorted(episodes).forEach(episode -> hash.line(episode.id(), ContentHash.of(episode.tensors())));
        return hash.hex();
    }
}
