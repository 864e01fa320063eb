package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTableTest {
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

    private static Judged kept(String episode) {
        return new Judged(episode, new Verdict.Keep(), 1, Map.of("stillness", 0.25));
    }

    private static Judged dropped(String episode, String reason) {
        return new Judged(episode, new Verdict.Drop(reason), 2, Map.of());
    }

    @Test
    void givesBackWhatWasDecided() {
        table().write(
                        rows(kept("a"), dropped("b", "frozen"), kept("c"), dropped("d", "frozen"), dropped("e", "NaN")),
                        "/runs/t@4",
                        WriteMode.CREATE,
                        EpisodeTableTest.LINEAGE);

        assertThat(table().kept()).containsExactlyInAnyOrder("a", "c");
        assertThat(table().countsByReason()).isEqualTo(Map.of("frozen", 2L, "NaN", 1L));
        assertThat(table().parent()).isEqualTo("/runs/t@4");
        assertThat(table().reference()).isEqualTo(folder.resolve("selection") + "@0");
    }

    @Test
    void olderVersionsStayReadable() {
        table().write(rows(kept("a")), "/t@0", WriteMode.CREATE, EpisodeTableTest.LINEAGE);
        table().write(rows(kept("b")), "/t@1", WriteMode.OVERWRITE, EpisodeTableTest.LINEAGE);

        assertThat(table().kept()).containsExactly("b");
        assertThat(table().asOf(0).kept()).containsExactly("a");
        table().write(rows(kept("c")), "/u@0", WriteMode.APPEND, EpisodeTableTest.LINEAGE);
        assertThatThrownBy(() -> table().parent())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it judges [");
    }

    @Test
    void nothingJudgedIsNoSelection() {
        assertThatThrownBy(() -> table().write(rows(), "/t@0", WriteMode.CREATE, EpisodeTableTest.LINEAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no episode was judged");
        assertThatThrownBy(() -> table().kept())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give the path of a selection");
    }
}
