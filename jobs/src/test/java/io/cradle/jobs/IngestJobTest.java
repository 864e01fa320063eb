package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.TableFacts;
import io.cradle.dataset.table.WriteMode;
import io.cradle.ingest.IngestConfig;
import io.cradle.ingest.source.Recording;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.ConfigurationLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two films, and a text that somebody called one. */
class IngestJobTest {
    private static final Lineage LINEAGE = new Lineage("test", "", "", List.of(), "");
    private static final IngestConfig DEFAULTS = new ConfigurationLayers(new ConfDirectory(Path.of("..", "conf")))
            .load()
            .values()
            .ingest();

    @TempDir
    Path directory;

    private final List<String> said = new ArrayList<>();
    private Path films;
    private Path table;

    @BeforeEach
    void films() throws IOException {
        films = Files.createDirectory(directory.resolve("films"));
        table = directory.resolve("table");
        List<Episode> rollouts = Renderings.rollouts("urchin", 2, 1);
        for (int number = 0; number < 2; number++) {
            Tensor frames = rollouts.get(number).require(Layout.FRAME);
            Renderings.film(films.resolve("film-%d.mp4".formatted(number)), frames, Renderings.inOrder(frames));
        }
        Files.writeString(films.resolve("text.mp4"), "no film");
    }

    private TableFacts ingested(WriteMode mode) {
        return ingested(DEFAULTS, mode);
    }

    private TableFacts ingested(IngestConfig config, WriteMode mode) {
        EpisodeTable target = EpisodeTable.at(LocalSession.spark(), table.toString());
        new IngestJob(LocalSession.session(), config, films.toString(), target, said::add).run(mode, LINEAGE);
        return target.describe();
    }

    private Ingested told() {
        return Ingested.read(table.resolve("ingest.json"));
    }

    @Test
    void whatIsAddedAgainIsPassedOverAndTold() {
        String hash = ingested(WriteMode.CREATE).contentHash();

        TableFacts again = ingested(WriteMode.APPEND);

        assertThat(again.contentHash()).isEqualTo(hash);
        assertThat(again.duplicates()).isZero();
        assertThat(told().refused()).isEqualTo(Map.of("cannot be decoded", 1L, "in the table already", 2L));
    }

    @Test
    void onlyWhatIsNewIsAdded() throws IOException {
        Path later = Files.move(films.resolve("film-1.mp4"), directory.resolve("later.mp4"));
        ingested(WriteMode.CREATE);
        Files.move(later, films.resolve("film-1.mp4"));

        TableFacts both = ingested(WriteMode.APPEND);

        assertThat(both.episodes()).isEqualTo(2);
        assertThat(told().refused()).isEqualTo(Map.of("cannot be decoded", 1L, "in the table already", 1L));
    }

    @Test
    void whoGoesOnStillKnowsWhatWasLeftOutBefore() {
        ingested(WriteMode.CREATE);
        said.clear();

        TableFacts facts = ingested(WriteMode.RESUME);

        assertThat(facts.duplicates()).isZero();
        assertThat(told().refused()).isEqualTo(Map.of("cannot be decoded", 1L));
        assertThat(said).contains("Left out: 1 cannot be decoded; all of them in ingest.json");
    }

    @Test
    void whoGoesOnDecodesNothingThatWasCommitted() throws IOException {
        String hash = ingested(oneByOne(), WriteMode.CREATE).contentHash();
        Path film = films.resolve("film-0.mp4");
        Files.write(film, new byte[(int) Files.size(film)]);

        TableFacts facts = ingested(oneByOne(), WriteMode.RESUME);

        assertThat(facts.contentHash()).isEqualTo(hash);
        assertThat(told().refused()).isEqualTo(Map.of("cannot be decoded", 1L));
    }

    @Test
    void whoGoesOnWithMoreRecordingsAddsThoseAlone() throws IOException {
        Path later = Files.move(films.resolve("film-1.mp4"), directory.resolve("later.mp4"));
        ingested(WriteMode.CREATE);
        Files.move(later, films.resolve("film-1.mp4"));

        TableFacts facts = ingested(WriteMode.RESUME);

        assertThat(facts.episodes()).isEqualTo(2);
        assertThat(facts.duplicates()).isZero();
    }

    /** Batch 1 of one recording each is not batch 1 of a thousand each. */
    @Test
    void whoGoesOnInOtherPortionsLosesNothing() throws IOException {
        String hash = ingested(oneByOne(), WriteMode.CREATE).contentHash();
        Path whole = table;
        table = directory.resolve("killed");
        copyUpToItsFirstCommit(whole);

        TableFacts facts = ingested(WriteMode.RESUME);

        assertThat(facts.contentHash()).isEqualTo(hash);
        assertThat(facts.duplicates()).isZero();
    }

    private void copyUpToItsFirstCommit(Path whole) throws IOException {
        FileUtils.copyDirectory(
                whole.toFile(), table.toFile(), file -> !file.getName().matches("\\.?0{19}[1-9]\\..*"));
        assertThat(EpisodeTable.at(LocalSession.spark(), table.toString())
                        .describe()
                        .episodes())
                .isEqualTo(1);
    }

    private static IngestConfig oneByOne() {
        return new IngestConfig(
                "", "", 0, 0, 0, 0, 1, DEFAULTS.streams(), DEFAULTS.frames(), DEFAULTS.splits(), DEFAULTS.csv());
    }

    @Test
    void smallRecordingsShareTasksAndLargeOnesDoNot() {
        assertThat(tasks(3, 1000)).isEqualTo(3);
        assertThat(tasks(5000, 1000)).as("16 for each of two cores").isEqualTo(32);
        assertThat(tasks(100, 100 << 20)).isEqualTo(100);
        assertThat(tasks(6400, 1 << 20)).as("of 32 MiB").isBetween(200, 201);
    }

    private static int tasks(int recordings, long bytes) {
        return IngestJob.tasks(LocalSession.session(), Collections.nCopies(recordings, new Recording("/there", bytes)));
    }

    @Test
    void whereAllIsBadTheReasonIsTold() throws IOException {
        Files.delete(films.resolve("film-0.mp4"));
        Files.delete(films.resolve("film-1.mp4"));

        assertThatThrownBy(() -> ingested(WriteMode.CREATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "Cannot ingest '%s': no episode can be read".formatted(films), "text.mp4", "ffmpeg cannot");
        assertThat(table.resolve("ingest.json")).doesNotExist();
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws IOException {
        Files.createFile(films.resolve("empty.mp4"));

        ingested(WriteMode.CREATE);

        assertThat(told().findings())
                .filteredOn(finding -> finding.file().endsWith("empty.mp4"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("it is empty; copy or record it again"));
    }

    @Test
    void longFindingsEndWithWhatToDo() {
        ingested(WriteMode.CREATE);

        assertThat(said).anySatisfy(line -> assertThat(line).endsWith("or convert it to H.264"));
        assertThat(said).allSatisfy(line -> assertThat(line).hasSizeLessThan(500));
    }

    @Test
    void oneMotionInTwoSplitsIsTold() throws IOException {
        byte[] film = Files.readAllBytes(films.resolve("film-0.mp4"));
        for (Split split : List.of(Split.TRAIN, Split.TEST)) {
            Path declared = Files.createDirectory(films.resolve(split.name().toLowerCase(Locale.ROOT)));
            byte[] saved = Arrays.copyOf(
                    film, film.length + (split == Split.TRAIN ? 0 : 1)); // a container may end in anything
            Files.write(declared.resolve("film.mp4"), saved);
        }

        ingested(WriteMode.CREATE);

        assertThat(said)
                .anySatisfy(line -> assertThat(line).contains("1 contents stand in several splits (TRAIN ", "TEST "));
    }

    @Test
    void aFileThatWasCopiedIsTold() throws IOException {
        Files.copy(films.resolve("film-0.mp4"), films.resolve("copy.mp4"));

        ingested(WriteMode.CREATE);

        assertThat(said)
                .anySatisfy(line -> assertThat(line).contains("1 episodes stand in table", "files of the same bytes"));
    }

    @Test
    void whereEachMotionStandsOnceNothingIsToldOfCopies() {
        ingested(WriteMode.CREATE);

        assertThat(said).noneSatisfy(line -> assertThat(line).containsAnyOf("several splits", "same bytes"));
    }
}
