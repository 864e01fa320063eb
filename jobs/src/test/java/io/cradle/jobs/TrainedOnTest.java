package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.WriteMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedOnTest {
    private static final Lineage LINEAGE = new Lineage("test", "", "", List.of(), "");

    @TempDir
    Path directory;

    private EpisodeTable table(String name, List<Episode> episodes) {
        EpisodeTable table =
                EpisodeTable.at(LocalSession.spark(), directory.resolve(name).toString());
        table.write(
                LocalSession.session().context().parallelize(episodes, 2), Walkers.LAYOUT, WriteMode.CREATE, LINEAGE);
        return table;
    }

    /** The same content under another id, in a split. */
    private static Episode as(Split split, Episode episode) {
        Provenance from = episode.provenance();
        String id = Episode.idOf("copy", split.name(), episode.id());
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

    private static List<Episode> all(Split split, List<Episode> episodes) {
        return episodes.stream().map(episode -> as(split, episode)).toList();
    }

    private static void refuse(Path checkpoint, EpisodeTable table, Optional<Set<String>> kept) {
        TrainedOn.refuse(List.of(checkpoint), LocalSession.session(), table, Split.TEST, kept);
    }

    @Test
    void whatACheckpointWasTrainedOnIsNoTest() {
        List<Episode> walks = Walkers.of(0, 6);
        EpisodeTable train = table("train", all(Split.TRAIN, walks));
        EpisodeTable leaking = table("leaking", all(Split.TEST, walks.subList(4, 6)));
        EpisodeTable clean = table("clean", all(Split.TEST, Walkers.of(6, 3)));
        Path mine = directory.resolve("mine");
        TrainedOn trained = TrainedOn.of(mine);

        trained.note(LocalSession.session(), train, Optional.empty());

        assertThat(trained.file()).content().hasLineCount(6);
        assertThatThrownBy(() -> refuse(mine, leaking, Optional.empty()))
                .hasMessageContaining("Cannot evaluate checkpoint '%s'".formatted(mine))
                .hasMessageContaining("2 of the 2 different contents of its TEST episodes");
        assertThatCode(() -> refuse(mine, clean, Optional.empty())).doesNotThrowAnyException();
        assertThatCode(() -> refuse(mine, leaking, Optional.of(Set.of()))).doesNotThrowAnyException();
    }

    @Test
    void withoutItsNoteACheckpointIsNotChecked() {
        EpisodeTable table = table("table", all(Split.TEST, Walkers.of(0, 2)));
        TrainedOn none = TrainedOn.of(directory.resolve("moved"));

        assertThat(Files.exists(none.file())).isFalse();
        assertThatCode(() -> refuse(directory.resolve("moved"), table, Optional.empty()))
                .doesNotThrowAnyException();
    }
}
