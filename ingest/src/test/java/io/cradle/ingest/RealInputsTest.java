package io.cradle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.curation.CurationReport;
import io.cradle.dataset.curation.Curator;
import io.cradle.dataset.curation.Frozen;
import io.cradle.dataset.curation.Population;
import io.cradle.dataset.curation.Stage;
import io.cradle.dataset.curation.Validity;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.score.Scorer;
import io.cradle.dataset.score.Scoring;
import io.cradle.dataset.spec.Layout;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.boxlcd.Contents;
import io.cradle.ingest.csv.ClockUnit;
import io.cradle.ingest.csv.CsvClock;
import io.cradle.ingest.csv.CsvColumn;
import io.cradle.ingest.csv.CsvMapping;
import io.cradle.ingest.csv.Resampling;
import io.cradle.ingest.source.EpisodeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real output of boxLCD's collector, and real logs of DFKI's pendulum, where they lie beside the repository. */
class RealInputsTest {
    private static final Path DATA = Path.of("../../shared/data");
    private static final Scoring SCORING = new Scoring(0.002, 16, 64);
    private static final List<Stage> STAGES = List.of(new Validity(10), new Frozen(50));

    @ParameterizedTest
    @CsvSource({
        "Bounce/train,   200, 9b898e5fb4ed89eead48bd502100b7b3cb1b545d4894273477201e14697e690e",
        "Bounce/test,     50, 151c4c5dfb5d7c4b093781a099900a0c04a8b38e3a5fcb320a4c628295c1ac9d",
        "LuxoCube/train,  40, 28c12f763621731a67cc3fa451bf8d20e12da26b563ece4e0e90795dc2417aed",
        "LuxoCube/test,   10, 4e67bf3f66698bc8c4caadb76939ed97dc130ff1c1969a8e0f817da2fd45a2e6",
        "Urchin/train,   100, 7b1912e62a82e1ceb1fed2e061295044582584b2f098b73e9a27dd9bddb4c7c5",
        "Urchin/test,     25, 1cd995a5615246ab407e3cd47096214188e77d0c56fa3640dce5401e8e9809b0"
    })
    void boxLcdFilesHoldWhatNumpyReads(String files, int count, String digest) {
        List<Episode> episodes = read(EpisodeSources.detect(data("boxlcd-npz").resolve(files), IngestConfig.NONE));
        assertThat(episodes).hasSize(count);
        assertThat(Contents.digest(episodes)).isEqualTo(digest);
        assertThat(kept(episodes).dropped()).isEmpty();
    }

    @Test
    void pendulumLogsHoldWhatWasLogged() {
        List<Episode> episodes = read(EpisodeSources.detect(data("dfki-pendulum"), pendulum(Resampling.KEEP, 0)));
        assertThat(episodes).extracting(Episode::steps).containsExactly(1170, 4000, 1000, 8000);
        Episode collocation = episodes.get(0);
        assertThat(collocation.require(Layout.TIME).integer(1, 0)).isEqualTo(3_000_259L);
        assertThat(collocation.require(Layout.PROPRIO).floats(1)).containsExactly(-0.0014572366f, 0.054945055f);
        assertThat(collocation.require(Layout.ACTION).floats(1)).containsExactly(0.42637363f);
        assertThat(collocation.provenance().world()).isEqualTo("Pendulum");
        assertThat(kept(episodes).keptEpisodes()).isEqualTo(4);
    }

    @Test
    void pendulumLogsCanBePutOnOneClock() {
        List<Episode> episodes =
                read(EpisodeSources.detect(data("dfki-pendulum"), pendulum(new Resampling(100, 0.02), 250)));
        assertThat(episodes.stream().mapToInt(Episode::steps).sum()).isEqualTo(351 + 2000 + 1999 + 4002);
        assertThat(episodes.get(0).layout().require(Layout.PROPRIO).rate()).isEqualTo(100);
        // the log begins at rest, hanging down
        assertThat(episodes.get(0).require(Layout.PROPRIO).value(0, 0)).isCloseTo(0, within(0.01f));
        assertThat(episodes.stream()
                        .map(episode -> episode.provenance().recording())
                        .distinct())
                .hasSize(4);
    }

    private static Path data(String name) {
        Path path = DATA.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(path), () -> "Skipped: there is no real data at " + path);
        return path;
    }

    private static List<Episode> read(EpisodeSource source) {
        return source.recordings().stream().flatMap(source::read).toList();
    }

    private static CurationReport kept(List<Episode> episodes) {
        return episodes.stream()
                .map(episode -> CurationReport.of(
                        episode.provenance().split(),
                        Curator.judge(Scorer.score(episode, SCORING), STAGES, new Population())))
                .reduce(CurationReport.NONE, CurationReport::merge);
    }

    private static IngestConfig pendulum(Resampling resampling, int episodeSteps) {
        CsvColumn position = new CsvColumn("position", "rad", -200, 200, Interpolation.LINEAR);
        CsvColumn velocity = new CsvColumn("velocity", "rad/s", -50, 50, Interpolation.LINEAR);
        CsvColumn torque = new CsvColumn("torque", "N m", -20, 20, Interpolation.HOLD);
        return IngestConfig.csv(
                "Pendulum",
                new CsvMapping(
                        ",",
                        new CsvClock("time", ClockUnit.S),
                        Map.of("proprio", List.of(position, velocity), "action", List.of(torque)),
                        resampling,
                        episodeSteps));
    }
}
