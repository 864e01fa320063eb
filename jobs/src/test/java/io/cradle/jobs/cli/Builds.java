package io.cradle.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.TableFacts;
import io.cradle.dataset.table.TableSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Small pipelines, and what came of them, told by others than the build. */
final class Builds {
    private Builds() {}

    /** What a build left. */
    record Outcome(TableFacts table, List<String> selection) {
        /** The same data, wherever and in however many versions. */
        void requireSameAs(Outcome other) {
            assertThat(table.duplicates()).isZero();
            assertThat(table.contentHash()).isEqualTo(other.table.contentHash());
            assertThat(table.episodes()).isEqualTo(other.table.episodes());
            assertThat(selection).isEqualTo(other.selection);
        }
    }

    /** A pipeline of two parts in commits of up to four episodes. */
    static Path pipeline(Path file, String policy, int first, int second) {
        return write(file, """
                rollout: {partitions: 2, commitEpisodes: 4}
                pipeline:
                  parts:
                    - {name: first, world: Dropbox, policy: %s, episodes: %d, seed: 1}
                    - {name: second, world: Dropbox, policy: %s, episodes: %d, seed: 2}
                """.formatted(policy, first, policy, second));
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Outcome outcome(Path out) {
        return reading(spark -> new Outcome(
                EpisodeTable.at(spark, out.resolve("table").toString()).describe(), selection(spark, out)));
    }

    /** Every column of every row but the path of the parent. */
    private static List<String> selection(SparkSession spark, Path out) {
        return spark.read()
                .format("delta")
                .load(out.resolve("selection").toString())
                .drop("parent")
                .orderBy("episode_id")
                .toJSON()
                .collectAsList();
    }

    /** Reads with a session of its own. */
    static <T> T reading(Function<SparkSession, T> read) {
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "1");
        TableSettings.spark().forEach(builder::config);
        try (SparkSession spark = builder.getOrCreate()) {
            return read.apply(spark);
        }
    }

    static JsonNode manifest(Path out) {
        try {
            return Terminal.json(Files.readString(out.resolve("build.json")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How many commits a table has. */
    static long commits(Path table) {
        return count(table.resolve("_delta_log"), "\\d{20}\\.json");
    }

    /** How many data files lie in a table's folder, committed or not. */
    static long dataFiles(Path table) {
        return count(table, "part-.*\\.parquet");
    }

    private static long count(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
