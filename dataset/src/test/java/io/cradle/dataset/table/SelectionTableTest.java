package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.curation.Candidates;
import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scoring;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTableTest {
    private static final Scoring SCORING = new Scoring(0.002, 16, 64);

    @TempDir
    Path folder;

    private SelectionTable table() {
        return SelectionTable.at(
                LocalSpark.session(), folder.resolve("selection").toString());
    }

    private static JavaRDD<Judged> rows(Judged... judged) {
        return JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext())
                .parallelize(List.of(judged), 2);
    }

    private static void write(SelectionTable table, String parent, WriteMode mode, Judged... judged) {
        table.write(rows(judged), SCORING, parent, mode, EpisodeTableTest.LINEAGE);
    }

    private static Judged kept(String episode) {
        return Judged.of(Candidates.named(episode).with(Score.MOTION, 0.25).make(), new Verdict.Keep())
                .weighed("world=Box", 1.5);
    }

    private static Judged dropped(String episode, String reason) {
        return Judged.of(
                Candidates.named(episode).in(Split.VAL).holding("x", "y").make(), new Verdict.Drop(reason));
    }

    @Test
    void givesBackWhatWasDecided() {
        List<Judged> judged =
                List.of(kept("a"), dropped("b", "frozen"), kept("c"), dropped("d", "frozen"), dropped("e", "NaN"));
        write(table(), "/runs/t@4", WriteMode.CREATE, judged.toArray(Judged[]::new));

        assertThat(table().kept()).containsExactlyInAnyOrder("a", "c");
        assertThat(table().countsByReason()).isEqualTo(Map.of("frozen", 2L, "NaN", 1L));
        assertThat(table().parent()).isEqualTo("/runs/t@4");
        assertThat(table().reference()).isEqualTo(folder.resolve("selection") + "@0");
        assertThat(table().scoring()).isEqualTo(SCORING.toString());
        assertThat(table().judged().collect()).containsExactlyInAnyOrderElementsOf(judged);
        assertThat(table().countKept()).isEqualTo(2);
        assertThat(table().undecided().toJavaRDD().map(SelectionRows::candidate).collect())
                .containsExactlyInAnyOrderElementsOf(
                        judged.stream().map(Judged::candidate).toList());
        assertThat(table().undecided()
                        .where("not keep or weight <> 1 or reason <> '' or stratum <> ''")
                        .count())
                .isZero();
    }

    @Test
    void olderVersionsStayReadable() {
        write(table(), "/t@0", WriteMode.CREATE, kept("a"));
        write(table(), "/t@1", WriteMode.OVERWRITE, kept("b"));

        assertThat(table().kept()).containsExactly("b");
        assertThat(table().asOf(0).kept()).containsExactly("a");
        write(table(), "/u@0", WriteMode.APPEND, kept("c"));
        assertThatThrownBy(() -> table().parent())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it judges [");
    }

    @Test
    void nothingJudgedIsNoSelection() {
        assertThatThrownBy(() -> write(table(), "/t@0", WriteMode.CREATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no episode was judged");
        assertThatThrownBy(() -> table().kept())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give the path of a selection");
    }
}
