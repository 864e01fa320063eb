package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.score.Scorer;
import io.cradle.dataset.score.Scoring;
import io.cradle.dataset.score.Sketch;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableFacts;
import io.cradle.dataset.table.WriteMode;
import io.cradle.ingest.IngestConfig;
import io.cradle.ingest.export.ExportFormat;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.ConfigurationLayers;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import io.cradle.training.simulator.Sampling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportJobTest {
    private static final Lineage LINEAGE = new Lineage("test", "", "", List.of(), "");
    private static final ConfDirectory CONF = new ConfDirectory(Path.of("..", "conf"));
    private static final IngestConfig DEFAULTS =
            new ConfigurationLayers(CONF).load().values().ingest();

    private static final Scoring SCORING = new Scoring(0.002, 16, 64);

    @TempDir
    Path directory;

    private EpisodeTable table(String name) {
        return EpisodeTable.at(LocalSession.spark(), directory.resolve(name).toString());
    }

    private EpisodeTable rollouts(String world, int episodes) {
        RolloutPlan plan = Worlds.plan(
                new RolloutConfig(world, episodes, 3, 1, "smooth"), new WorldFiles(CONF), Sampling.THRESHOLD);
        List<Episode> made = Rollout.run(plan.tasks(0, episodes));
        EpisodeTable table = table(world);
        table.write(
                LocalSession.session().context().parallelize(made, 2),
                made.get(0).layout(),
                WriteMode.CREATE,
                LINEAGE);
        return table;
    }

    private Path exported(EpisodeTable table, ExportFormat format) {
        Path out = directory.resolve("export-" + format);
        String said = new ExportJob(LocalSession.session(), table, Optional.empty()).run(format, out.toString());
        assertThat(said).startsWith("Export: " + out);
        return out;
    }

    private EpisodeTable ingested(Path folder) {
        EpisodeTable table = table("home");
        List<String> said = new ArrayList<>();
        new IngestJob(LocalSession.session(), DEFAULTS, folder.toString(), table, said::add)
                .run(WriteMode.CREATE, LINEAGE);
        return table;
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({"Bounce, LEROBOT", "Bounce, NPZ", "Urchin, LEROBOT", "Urchin, NPZ"})
    void aTableComesHomeAsItWas(String world, ExportFormat format) {
        EpisodeTable table = rollouts(world, 8);

        EpisodeTable home = ingested(exported(table, format));

        TableFacts facts = home.describe();
        assertThat(facts.contentHash()).isEqualTo(table.describe().contentHash());
        assertThat(facts.layout()).isEqualTo(table.layout());
        assertThat(home.episodes().collect()).isEqualTo(table.episodes().collect());
    }

    @Test
    void numPyReadsArchives() throws IOException, InterruptedException {
        EpisodeTable table = rollouts("Bounce", 1);
        Path out = exported(table, ExportFormat.NPZ);
        Episode episode = table.episodes().collect().get(0);
        Path file;
        try (Stream<Path> files = Files.walk(out)) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Process process = new ProcessBuilder("python3", "-c", """
                        import json, sys
                        try:
                            import numpy as np
                        except ImportError:
                            print("no numpy"); sys.exit()
                        a = np.load(sys.argv[1])
                        spec = json.loads(bytes(a["cradle.spec"]))
                        print(a["lcd"].dtype, a["lcd"].shape, int(a["lcd"].sum()))
                        print(a["proprio"].dtype, a["proprio"].shape, spec["tensors"][0]["name"], spec["episode"]["id"])
                        """, file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assumeTrue(!said.startsWith("no numpy"), "Skipped: python3 has no numpy; install python3-numpy");
        var lcd = episode.require("lcd");
        int ink = 0;
        for (int t = 0; t < lcd.rows(); t++) {
            for (int i = 0; i < lcd.spec().elements(); i++) {
                ink += lcd.bit(t, i) ? 1 : 0;
            }
        }
        int channels = episode.require("proprio").spec().elements();
        assertThat(said)
                .isEqualTo("bool (%d, %d, %d) %d\nfloat32 (%d, %d) %s %s\n"
                        .formatted(
                                episode.steps(),
                                lcd.spec().shape().get(0),
                                lcd.spec().shape().get(1),
                                ink,
                                episode.steps(),
                                channels,
                                episode.tensors().get(0).spec().name(),
                                episode.id()));
    }

    private EpisodeTable walkers(List<Episode> episodes) {
        EpisodeTable table = table("walkers");
        table.write(
                LocalSession.session().context().parallelize(episodes, 2),
                episodes.get(0).layout(),
                WriteMode.CREATE,
                LINEAGE);
        return table;
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
    void onlyWhatASelectionKeepsIsWritten() {
        List<Episode> episodes = Walkers.of(0, 12);
        List<Episode> kept = episodes.stream()
                .filter(episode -> episode.provenance().seed() % 2 == 0)
                .toList();
        EpisodeTable table = walkers(episodes);
        SelectionTable selection = SelectionTable.at(
                LocalSession.spark(), directory.resolve("selection").toString());
        List<Judged> judged = episodes.stream()
                .map(episode -> judged(episode, kept.contains(episode) ? new Verdict.Keep() : new Verdict.Drop("odd")))
                .toList();
        selection.write(
                LocalSession.session().context().parallelize(judged, 2),
                SCORING,
                table.reference(),
                WriteMode.CREATE,
                LINEAGE);
        Path out = directory.resolve("export");

        assertThat(new ExportJob(LocalSession.session(), table, Optional.of(selection))
                        .run(ExportFormat.LEROBOT, out.toString()))
                .endsWith("6 episodes as lerobot");

        assertThat(ingested(out).episodes().collect()).containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    void aPlaceThatIsTakenIsRefused() throws IOException {
        Path full = Files.createDirectory(directory.resolve("full"));
        Files.writeString(full.resolve("thesis.txt"), "");
        ExportJob job = new ExportJob(LocalSession.session(), walkers(Walkers.of(0, 2)), Optional.empty());
        assertThatThrownBy(() -> job.run(ExportFormat.NPZ, full.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot export to '%s': it exists".formatted(full));
        assertThatThrownBy(() -> job.run(ExportFormat.NPZ, "s3a://bucket/x")).hasMessageContaining("local disks");
    }

    @Test
    void aFailureLeavesNothing() throws IOException {
        Episode walker = Walkers.one(1, 5);
        TensorSpec uneven = TensorSpec.frame("lcd", 8, 8, 0);
        Tensor frames = Tensor.ofBytes(uneven, walker.tensors().get(0).bytes());
        EpisodeTable table = walkers(List.of(new Episode(walker.id(), List.of(frames), walker.provenance())));
        Path above = Files.createDirectory(directory.resolve("above"));
        assertThatThrownBy(() -> new ExportJob(LocalSession.session(), table, Optional.empty())
                        .run(ExportFormat.LEROBOT, above.resolve("out").toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot export tensor 'lcd' as lerobot: it has uneven steps");
        assertThat(above).isEmptyDirectory();
    }
}
