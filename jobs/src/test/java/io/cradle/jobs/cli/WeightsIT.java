package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.fail;
import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.score.Scoring;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableSettings;
import io.cradle.dataset.table.WriteMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training draws windows by the weights of a selection. */
class WeightsIT {
    private static final Verdict.Drop DROPPED = new Verdict.Drop("by the test");

    @TempDir
    static Path directory;

    private static Path table;

    @BeforeAll
    static void simulate() {
        table = directory.resolve("table");
        succeed("generate", "--profile", "smoke", "--out", table);
        succeed("curate", table, "--profile", "smoke", "--out", directory.resolve("all"));
    }

    /** A selection made of {@code all}, judged otherwise. */
    private static void selected(String name, Function<Judged, Judged> otherwise) {
        SparkSession.Builder builder = SparkSession.builder().master("local[1]").config("spark.ui.enabled", "false");
        TableSettings.spark().forEach(builder::config);
        try (SparkSession spark = builder.getOrCreate()) {
            SelectionTable all =
                    SelectionTable.at(spark, directory.resolve("all").toString());
            String parent = all.parent();
            List<Judged> judged = all.judged().map(otherwise).collect();
            SelectionTable.at(spark, directory.resolve(name).toString())
                    .write(
                            JavaSparkContext.fromSparkContext(spark.sparkContext())
                                    .parallelize(judged, 1),
                            new Scoring(0.002, 16, 64),
                            parent,
                            WriteMode.CREATE,
                            new Lineage("test", "", "", List.of(), ""));
        }
    }

    private static boolean isHalf(Judged judged) {
        return judged.episode().compareTo("8") < 0;
    }

    private static byte[] trained(String selection) throws IOException {
        Path out = Files.createTempDirectory(directory, "model").resolve("checkpoint");
        succeed("train", table, "--profile", "smoke", "--selection", directory.resolve(selection), "--out", out);
        return Files.readAllBytes(out.resolve("parameters.bin"));
    }

    @Test
    void equalWeightsAreTheTrainingWithoutASelection() throws IOException {
        selected("twos", judged -> judged.weighed("", 2));
        Path plain = directory.resolve("plain");
        succeed("train", table, "--profile", "smoke", "--out", plain);

        assertThat(trained("all")).isEqualTo(Files.readAllBytes(plain.resolve("parameters.bin")));
        assertThat(trained("twos")).isEqualTo(Files.readAllBytes(plain.resolve("parameters.bin")));
    }

    @Test
    @Tag("proof")
    void noWeightIsAsGoodAsNotKeptAndAnotherWeightIsAnotherTraining() throws IOException {
        selected("half", judged -> isHalf(judged) ? Judged.of(judged.candidate(), DROPPED) : judged);
        selected("weighted half", judged -> judged.weighed("", isHalf(judged) ? 0 : 1));
        selected("skewed", judged -> judged.weighed("", isHalf(judged) ? 0.3 : 1));

        byte[] half = trained("half");
        assertThat(trained("weighted half")).isEqualTo(half);
        assertThat(trained("skewed")).isNotEqualTo(half).isNotEqualTo(trained("all"));
    }

    @Test
    void nothingToDrawSaysWhatToDo() {
        selected("nothing", judged -> judged.weighed("", 0));

        assertThat(fail(
                        1,
                        "train",
                        table,
                        "--selection",
                        directory.resolve("nothing"),
                        "--out",
                        directory.resolve("no")))
                .contains("no kept TRAIN episode has a weight above 0 and ");
    }
}
