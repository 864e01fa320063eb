package io.cradle.jobs.benchmark;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.TableSettings;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.Recording;
import io.cradle.training.model.WorldModel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * What the stochastic state of a model has to be told, step by step: mean divergence of posterior and prior at steps 1, 2, … of episodes of VAL, in
 * bits. Where the first frames leave open how all moves on, it should be told more there than later. Arguments: a checkpoint of a model with
 * bounds, its table, how many episodes, how many steps.
 */
final class LatentBenchmark {
    private final WorldModel model;
    private final List<Recording> recordings;

    private LatentBenchmark(WorldModel model, List<Recording> recordings) {
        this.model = model;
        this.recordings = recordings;
    }

    public static void main(String[] arguments) {
        SparkSession.Builder builder = SparkSession.builder().master("local[2]").config("spark.ui.enabled", "false");
        TableSettings.spark().forEach(builder::config);
        try (SparkSession spark = builder.getOrCreate()) {
            List<Recording> recordings = EpisodeTable.at(spark, arguments[1]).episodes(Split.VAL).collect().stream()
                    .map(Recording::of)
                    .sorted(Comparator.comparing(
                            recording -> recording.episode().id()))
                    .limit(Integer.parseInt(arguments[2]))
                    .toList();
            WorldModel model = Checkpoint.load(Path.of(arguments[0])).model();
            new LatentBenchmark(model, recordings).print(Integer.parseInt(arguments[3]));
        }
    }

    private void print(int steps) {
        System.out.printf("| step | divergence, bits, mean of %d episodes |%n|---|---|%n", recordings.size());
        double from = from(1);
        for (int step = 1; step <= steps; step++) {
            double later = from(step + 1);
            System.out.printf("| %d | %.2f |%n", step, from - later);
            from = later;
        }
    }

    /** Mean sum of the divergences from a step on, along the same trajectories whatever the step. */
    private double from(int step) {
        return recordings.parallelStream()
                .mapToDouble(recording ->
                        model.bounds(recording, step).orElseThrow().divergence() * (recording.steps() - step))
                .average()
                .orElseThrow();
    }
}
