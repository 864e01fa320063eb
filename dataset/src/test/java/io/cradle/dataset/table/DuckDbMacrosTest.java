package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Tensor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macros of {@code conf/duckdb/cradle.sql} give what Cradle itself reads, also from episodes of several segments. */
class DuckDbMacrosTest {
    @TempDir
    static Path folder;

    private static EpisodeTable table;
    private static Map<String, Episode> episodes;

    @BeforeAll
    static void write() {
        List<Episode> some = new ArrayList<>(SyntheticEpisodes.some(31, 5));
        some.add(SyntheticEpisodes.one(31, 9, 300));
        table = EpisodeTable.at(LocalSpark.session(), folder.resolve("t").toString());
        table.write(LocalSpark.parallel(some, 2), SyntheticEpisodes.LAYOUT, WriteMode.CREATE, EpisodeTableTest.LINEAGE);
        episodes = table.episodes().collect().stream().collect(Collectors.toMap(Episode::id, Function.identity()));
    }

    private static List<List<Object>> query(String sql) throws SQLException {
        try (DuckDb duck = new DuckDb()) {
            return duck.rows(sql.replace("FILES", DuckDb.list(table.files())));
        }
    }

    /** One row for each step of each episode, in order. */
    private static List<List<Object>> expected(String tensor, Function<Cursor, Object> value) {
        return episodes.values().stream()
                .sorted(Comparator.comparing(Episode::id))
                .flatMap(episode -> IntStream.range(0, episode.steps())
                        .mapToObj(t -> List.of(episode.id(), t, value.apply(new Cursor(episode.require(tensor), t)))))
                .toList();
    }

    /** A step of a tensor. */
    private record Cursor(Tensor tensor, int t) {
        private List<Integer> whole() {
            return IntStream.range(0, tensor.spec().elements())
                    .mapToObj(i -> (int) tensor.value(t, i))
                    .toList();
        }
    }

    private static List<List<Object>> eachStep(String value) throws SQLException {
        return query("""
                SELECT episode_id, CAST(first_step + t AS INTEGER), %s
                FROM cradle_segments(FILES), LATERAL (SELECT unnest(range(steps)) AS t) ORDER BY 1, 2
                """.formatted(value));
    }

    @Test
    void valuesOfAStepAreThoseOfTheTensor() throws SQLException {
        assertThat(eachStep("cradle_values(time, steps, t)"))
                .isEqualTo(expected("time", at -> List.of(at.tensor().integer(at.t(), 0))));
        assertThat(eachStep("cradle_values(action, steps, t)"))
                .isEqualTo(expected(
                        "action",
                        at -> List.of(at.tensor().value(at.t(), 0), at.tensor().value(at.t(), 1))));
    }

    @Test
    void bitsOfAStepAreThoseOfTheFrame() throws SQLException {
        assertThat(eachStep("cradle_bits(lcd, steps, t, 21)")).isEqualTo(expected("lcd", Cursor::whole));
        assertThat(eachStep("cradle_bit(lcd, steps, t, 17)"))
                .isEqualTo(expected("lcd", at -> at.whole().get(17)));
    }

    @Test
    void inkIsCounted() throws SQLException {
        assertThat(eachStep("CAST(cradle_frame_ink(lcd, steps, t) AS INTEGER)"))
                .isEqualTo(expected(
                        "lcd",
                        at -> at.whole().stream().mapToInt(Integer::intValue).sum()));
        long ink = expected("lcd", Cursor::whole).stream()
                .flatMap(row -> ((List<?>) row.get(2)).stream())
                .filter(bit -> bit.equals(1))
                .count();
        assertThat(query("SELECT CAST(sum(cradle_ink(lcd)) AS BIGINT) FROM cradle_segments(FILES)"))
                .containsExactly(List.of(ink));
    }

    @Test
    void bytesOfAStepAreThoseOfTheTensor() throws SQLException {
        assertThat(eachStep("CAST(cradle_byte(light, steps, t, 2) AS INTEGER)"))
                .isEqualTo(expected("light", at -> at.whole().get(2)));
    }

    @Test
    void stepsAreRowsWithWhatWasDone() throws SQLException {
        assertThat(query("""
                SELECT episode_id, CAST(step AS INTEGER), action FROM cradle_steps(FILES) ORDER BY episode_id, step
                """))
                .isEqualTo(expected(
                        "action",
                        at -> List.of(at.tensor().value(at.t(), 0), at.tensor().value(at.t(), 1))));
    }

    @Test
    void theMixIsThatOfTheTable() throws SQLException {
        TableFacts facts = table.describe();
        List<List<Object>> mix = query("SELECT episodes, steps FROM cradle_mix(FILES)");

        assertThat(mix.stream().mapToLong(row -> (Long) row.get(0)).sum()).isEqualTo(facts.episodes());
        assertThat(mix.stream().mapToLong(row -> (Long) row.get(1)).sum()).isEqualTo(facts.steps());
    }
}
