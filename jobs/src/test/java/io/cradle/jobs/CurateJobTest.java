package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionRows;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.ConfigurationLayers;
import io.cradle.jobs.configuration.CradleConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurateJobTest {
    private static final Lineage LINEAGE = new Lineage("test", "", "", List.of(), "");

    @TempDir
    Path directory;

    private EpisodeTable table;

    @BeforeEach
    void aTableWithAFewFaults() {
        table = EpisodeTable.at(LocalSession.spark(), path("table"));
        List<Episode> episodes = new ArrayList<>(Walkers.of(0, 30));
        episodes.add(Walkers.one(100, 5));
        episodes.add(Walkers.frozen(101, 60));
        episodes.add(Walkers.copy(3, 102));
        write(episodes, WriteMode.CREATE);
    }

    private void write(List<Episode> episodes, WriteMode mode) {
        table.write(LocalSession.session().context().parallelize(episodes, 2), Walkers.LAYOUT, mode, LINEAGE);
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private SelectionTable selection(String name) {
        return SelectionTable.at(LocalSession.spark(), path(name));
    }

    private SelectionTable curate(String name, Optional<SelectionTable> from, String... settings) {
        ConfigurationLayers layers = new ConfigurationLayers(new ConfDirectory(Path.of("..", "conf")));
        for (String setting : settings) {
            layers = layers.set(setting);
        }
        CradleConfig config = layers.load().values();
        SelectionTable selection = selection(name);
        WriteMode mode = selection.exists() ? WriteMode.OVERWRITE : WriteMode.CREATE;
        EpisodeTable pinned = table.asOf(table.version());
        new CurateJob(LocalSession.session(), config.curate(), config.balance())
                .run(pinned, from, selection, mode, LINEAGE);
        return selection;
    }

    private static Map<String, Row> rows(SelectionTable selection) {
        return selection.decided().collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getAs(SelectionRows.EPISODE), row -> row));
    }

    @Test
    void eachFaultHasItsReason() {
        SelectionTable selection = curate("all", Optional.empty());
        assertThat(selection.countsByReason()).isEqualTo(Map.of("too short", 1L, "frozen", 1L, "duplicate", 1L));
        assertThat(selection.countKept()).isEqualTo(30);
        assertThat(selection.parent()).isEqualTo(table.reference());
    }

    @Test
    void anotherThresholdGivesWhatScoringAnewGivesAndReadsNoEpisode() throws IOException {
        SelectionTable scored = curate("scored", Optional.empty());
        String[] other = {"curate.stages=[validity,motion,duplicates]", "curate.motion.leastMotion=0.025"};
        SelectionTable anew = curate("anew", Optional.empty(), other);
        assertThat(rows(anew)).isNotEqualTo(rows(scored));
        hideData();
        assertThatThrownBy(() -> curate("blind", Optional.empty(), other)).isNotNull();
        assertThat(rows(curate("again", Optional.of(scored), other))).isEqualTo(rows(anew));
    }

    @Test
    void afterAnAppendOnlyWhatIsNewIsRead() throws IOException {
        SelectionTable scored = curate("scored", Optional.empty());
        List<Path> old = data();
        append();
        SelectionTable anew = curate("anew", Optional.empty());
        hide(old);
        SelectionTable added = curate("added", Optional.of(scored));
        assertThat(rows(added)).isEqualTo(rows(anew)).hasSize(39);
        assertThat(added.countsByReason()).containsEntry("duplicate", 2L).containsEntry("same id, other content", 1L);
        assertThat(added.parent()).endsWith("@1");
    }

    @Test
    void whatWasPackedSinceIsNotScoredTwice() throws IOException {
        SelectionTable scored = curate("scored", Optional.empty());
        List<Path> appended = data();
        append();
        List<Path> fresh = new ArrayList<>(data());
        fresh.removeAll(appended);
        table.compact(LINEAGE);
        SelectionTable anew = curate("anew", Optional.empty());
        List<Path> others = new ArrayList<>(data());
        others.removeAll(fresh);
        hide(others); // the old files and the packed one
        assertThat(rows(curate("added", Optional.of(scored))))
                .isEqualTo(rows(anew))
                .hasSize(39);
    }

    @Test
    void whereThePackedFilesAreGoneAllIsScoredAnew() throws IOException {
        SelectionTable scored = curate("scored", Optional.empty());
        append();
        List<Path> small = data();
        table.compact(LINEAGE);
        hide(small);
        assertThat(rows(curate("added", Optional.of(scored)))).isEqualTo(rows(curate("anew", Optional.empty())));
    }

    @Test
    void whatTheTableHasLostIsNotTakenOver() {
        SelectionTable scored = curate("scored", Optional.empty());
        write(Walkers.of(5, 4), WriteMode.OVERWRITE);
        SelectionTable now = curate("now", Optional.of(scored));
        assertThat(rows(now)).hasSize(4).isEqualTo(rows(curate("anew", Optional.empty())));
    }

    /** Five new ones, a copy of an old one's content, an old one again, and an old id with other content. */
    private void append() {
        List<Episode> more = new ArrayList<>(Walkers.of(50, 5));
        more.add(Walkers.copy(4, 103));
        more.add(Walkers.one(7, 30));
        more.add(Walkers.copy(60, 8));
        write(more, WriteMode.APPEND);
    }

    @Test
    void scoresThatWereMeasuredOtherwiseAreNotTakenOver() {
        SelectionTable scored = curate("scored", Optional.empty());
        assertThatThrownBy(() -> curate("other", Optional.of(scored), "curate.scoring.bins=7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot take over the scores of '%s': they were measured with Scoring[idle=0.002, bins=16, sketchLevels=64], curate.scoring says Scoring[idle=0.002, bins=7, sketchLevels=64]; leave out --from",
                        scored.reference());
        assertThat(selection("other").exists()).isFalse();
    }

    @Test
    void aThresholdThatDropsEverythingChangesNothing() {
        SelectionTable kept = curate("kept", Optional.empty());
        Map<String, Row> before = rows(kept);
        assertThatThrownBy(() -> curate("kept", Optional.empty(), "curate.validity.minSteps=31"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot keep any episode of '%s': 1 frozen, 32 too short; loosen the stages of curate, or leave some out of curate.stages",
                        table.reference());
        assertThat(kept.version()).isZero();
        assertThat(rows(kept)).isEqualTo(before);
        assertThatThrownBy(() -> curate("new", Optional.empty(), "curate.validity.minSteps=1000"))
                .hasMessageContaining("Cannot keep any episode");
        assertThat(selection("new").exists()).isFalse();
    }

    @Test
    void surpriseIsTakenFromATableOfIt() {
        surprise("surprise", 33, "surprise");
        SelectionTable selection = curate(
                "band",
                Optional.empty(),
                "curate.stages=[validity,surprise]",
                "curate.surprise.leastRank=0.2",
                "curate.surprise.mostRank=0.8",
                "curate.surprise.table=" + path("surprise"));
        assertThat(selection.countsByReason())
                .containsKeys("too short", "little surprise", "too much surprise")
                .hasSize(3);
        assertThat(rows(selection).values())
                .allMatch(row ->
                        row.getStruct(row.fieldIndex(SelectionRows.SCORES)).getAs("surprise") != null);
        SelectionTable without = curate("without", Optional.of(selection));
        assertThat(rows(without)).isEqualTo(rows(curate("anew", Optional.empty())));
    }

    @Test
    void surpriseThatIsNotThereIsRefused() {
        String stages = "curate.stages=[surprise]";
        assertThatThrownBy(() -> curate("none", Optional.empty(), stages))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot judge by surprise: curate.surprise.table names no table");
        assertThatThrownBy(() -> curate("missing", Optional.empty(), stages, "curate.surprise.table=" + path("gone")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot take surprise from '%s': ".formatted(path("gone")))
                .hasMessageEndingWith("; give a Delta table or Parquet files");
        surprise("odd", 33, "bits");
        assertThatThrownBy(
                        () -> curate("odd-selection", Optional.empty(), stages, "curate.surprise.table=" + path("odd")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot take surprise from '%s': it has the columns [episode_id, bits]; [episode_id, surprise] are needed",
                        path("odd"));
        surprise("few", 20, "surprise");
        assertThatThrownBy(
                        () -> curate("few-selection", Optional.empty(), stages, "curate.surprise.table=" + path("few")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("episodes have no score 'surprise'")
                .hasMessageContaining("name a table that has it for every episode in curate.surprise.table");
        assertThat(selection("few-selection").exists()).isFalse();
    }

    /** Parquet with an invented surprise of so many of the table's episodes. */
    private void surprise(String name, int episodes, String column) {
        LocalSession.spark()
                .createDataset(table.ids().take(episodes), Encoders.STRING())
                .toDF(SelectionRows.EPISODE)
                .withColumn(
                        column,
                        functions.hash(functions.col(SelectionRows.EPISODE)).cast("double"))
                .write()
                .parquet(path(name));
    }

    @Test
    void scoresAreThoseOfTheTensors() {
        Row row = rows(curate("all", Optional.empty())).get(Walkers.one(0, 30).id());
        Row scores = row.getStruct(row.fieldIndex(SelectionRows.SCORES));
        assertThat(scores.<Double>getAs(Score.STEPS.toString())).isEqualTo(30);
        assertThat(scores.<Double>getAs(Score.MOTION.toString())).isEqualTo(2.0 / 64);
        assertThat(scores.<Double>getAs(Score.CONTACT.toString())).isNull();
    }

    private List<Path> data() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("table"))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }

    private void hideData() throws IOException {
        hide(data());
    }

    private static void hide(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".hidden"));
        }
    }
}
