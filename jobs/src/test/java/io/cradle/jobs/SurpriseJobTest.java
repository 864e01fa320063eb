package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.training.model.CopyLast;
import io.cradle.training.model.Windowed;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SurpriseJobTest {
    private static final Windowed NINE_IN_TEN = new Windowed(new CopyLast(0.9, 0.1));

    private static List<Row> rows(List<Episode> episodes) {
        List<Row> rows = new ArrayList<>();
        SurpriseJob.rows(episodes.iterator(), NINE_IN_TEN).forEachRemaining(rows::add);
        return rows;
    }

    private static double bits(double p) {
        return -Math.log(p) / Math.log(2);
    }

    /** Of 64 pixels two change in each step of one that walks, and none of one that stands still. */
    @Test
    void surpriseIsMeanBitsAFrame() {
        List<Row> rows = rows(List.of(Walkers.one(1, 30), Walkers.frozen(2, 20)));
        assertThat(rows.get(0).getDouble(1)).isCloseTo(2 * bits(0.1) + 62 * bits(0.9), within(1e-4));
        assertThat(rows.get(1).getDouble(1)).isCloseTo(64 * bits(0.9), within(1e-4));
    }

    @Test
    void everyEpisodeThatIsLongEnoughIsAskedAboutOnce() {
        List<Episode> episodes = new ArrayList<>(Walkers.of(0, 130));
        episodes.add(70, Walkers.one(500, 1));
        episodes.add(Walkers.one(501, 1));
        assertThat(rows(episodes))
                .extracting(row -> row.getString(0))
                .containsExactlyElementsOf(
                        Walkers.of(0, 130).stream().map(Episode::id).toList());
    }

    @Test
    void ofNoEpisodesNothingIsSaid() {
        assertThat(rows(List.of())).isEmpty();
    }
}
