package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.TableSettings;
import io.cradle.dataset.table.WriteMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are what their seeds give, and tables that are not. */
class VerifyIT {
    @TempDir
    Path directory;

    private Path table;

    @BeforeEach
    void generate() {
        table = directory.resolve("table");
        generate(6, "uniform");
        generate(3, "smooth", "--append");
    }

    private void generate(int episodes, String policy, Object... more) {
        List<Object> words = new ArrayList<>(List.of("generate", "--world", "Luxo", "--episodes", episodes));
        words.addAll(List.of("--policy", policy, "--set", "rollout.truth=[VELOCITY]", "--out", table));
        words.addAll(List.of(more));
        succeed(words.toArray());
    }

    @Test
    void everyEpisodeIsFoundAgainWhicheverBuildMadeIt() {
        assertThat(succeed("verify", table, "--all")).contains("Verified: 9 of 9 episodes, every bit as simulated");
        assertThat(succeed("verify", table, "--episodes", 2)).contains("Verified: 2 of 9 episodes");
        assertThat(Terminal.fail(2, "verify", table, "--episodes", 0)).contains("Invalid --episodes 0");
    }

    @Test
    void aForgedPixelIsFoundAndNamed() {
        Path forged = directory.resolve("forged");
        forge(forged);
        Terminal.Said said = Terminal.type("verify", forged, "--all");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out())
                .containsPattern("Episode '[0-9a-f]{32}': tensor 'lcd' at step 11, element 5 is [01], was");
        assertThat(said.err())
                .contains(
                        "1 of 9 episodes are not what their seeds give; if the world's file or the program was changed");
    }

    @Test
    void aFlippedBitOnTheDiskIsFoundAndItsFileNamed() throws IOException {
        Path file = Path.of(succeed("files", table).lines().findFirst().orElseThrow());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        assertThat(Terminal.fail(1, "verify", table, "--all"))
                .contains(file.getFileName().toString(), "damaged");
    }

    @Test
    void aContentInTwoSplitsIsFoundAlsoWhereNothingCanBeSimulated() {
        Path recorded = directory.resolve("recorded");
        record(recorded, false);
        assertThat(succeed("verify", recorded))
                .contains("Splits: no content stands in two of them")
                .contains("Only splits and checksums were checked: no commit of table '%s@0' is of 'cradle generate'"
                        .formatted(recorded));
        Path leaking = directory.resolve("leaking");
        record(leaking, true);
        Terminal.Said said = Terminal.type("verify", leaking);
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out())
                .containsPattern(
                        "Content [0-9a-f]{12} stands in several splits: TRAIN '[0-9a-f]{32}', TEST '[0-9a-f]{32}'");
        assertThat(said.err())
                .contains(
                        "Cannot trust the splits of table '%s@0': 1 contents stand in several of them; 'cradle curate'"
                                .formatted(leaking));
    }

    /** The episodes as if they had been recorded; one of them twice, in two splits, if it leaks. */
    private void record(Path recorded, boolean leaks) {
        SparkSession.Builder builder = SparkSession.builder().master("local[1]");
        TableSettings.spark().forEach(builder::config);
        try (SparkSession spark = builder.getOrCreate()) {
            EpisodeTable original = EpisodeTable.at(spark, table.toString());
            String victim = original.ids().first();
            EpisodeTable.at(spark, recorded.toString())
                    .write(
                            original.episodes()
                                    .flatMap(episode -> (leaks && episode.id().equals(victim)
                                                    ? List.of(in(Split.TRAIN, episode), in(Split.TEST, episode))
                                                    : List.of(episode))
                                            .iterator()),
                            original.layout(),
                            WriteMode.CREATE,
                            new Lineage("cradle ingest", "", "", List.of(), ""));
        }
    }

    private static Episode in(Split split, Episode episode) {
        Provenance from = episode.provenance();
        String id = Episode.idOf(episode.id(), split.name());
        return new Episode(
                id,
                episode.tensors(),
                new Provenance(
                        "csv",
                        from.world(),
                        from.worldDigest(),
                        from.policy(),
                        from.seed(),
                        from.generator(),
                        id,
                        split,
                        Provenance.SplitBy.SOURCE));
    }

    private void forge(Path forged) {
        SparkSession.Builder builder = SparkSession.builder().master("local[1]");
        TableSettings.spark().forEach(builder::config);
        try (SparkSession spark = builder.getOrCreate()) {
            EpisodeTable original = EpisodeTable.at(spark, table.toString());
            String victim = original.ids().first();
            var episodes = original.episodes().map(episode -> episode.id().equals(victim) ? forged(episode) : episode);
            EpisodeTable copy = EpisodeTable.at(spark, forged.toString());
            copy.write(
                    episodes.filter(episode -> episode.provenance().policy().equals("uniform")),
                    original.layout(),
                    WriteMode.CREATE,
                    original.history().get(0).lineage());
            copy.write(
                    episodes.filter(episode -> !episode.provenance().policy().equals("uniform")),
                    original.layout(),
                    WriteMode.APPEND,
                    original.history().get(1).lineage());
        }
    }

    private static Episode forged(Episode episode) {
        List<Tensor> tensors = new ArrayList<>(episode.tensors());
        int lcd = tensors.indexOf(episode.require("lcd"));
        byte[] bytes = tensors.get(lcd).bytes();
        bytes[11 * tensors.get(lcd).spec().bytes()] ^= 1 << 5;
        tensors.set(lcd, Tensor.ofBytes(tensors.get(lcd).spec(), bytes));
        return new Episode(episode.id(), tensors, episode.provenance());
    }
}
