package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.SweepArguments;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.SweepText;
import io.cradle.jobs.sweep.SweepPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle sweep}. */
@Command(
        name = "sweep",
        description = {
            "Trains many models over settings, stops the worst early if told so, and ranks them by bits/frame on VAL.",
            "The same command goes on where a sweep was killed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle sweep data/bounce --out sweeps/rate --grid train.learningRate=[0.001,0.002,0.004,0.008]",
            "  cradle sweep data/bounce --out sweeps/wide --grid 'model.hidden=[[64], [256, 256]]' --random 'train.learningRate={from: 0.0005, to: 0.02, log: true}' --draws 8 --rungs 0.25,0.5",
            "  cradle compare sweeps/rate --out rate.html"
        })
final class SweepCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    @Option(names = "--selection", paramLabel = "S", description = "Selection of that table to learn from.")
    Optional<String> selection = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory of the sweep.")
    String out;

    @Option(
            names = "--grid",
            paramLabel = "KEY=[A,B]",
            description = "A key and the values that it takes; repeatable: every combination is tried.")
    List<String> grid = new ArrayList<>();

    @Option(
            names = "--random",
            paramLabel = "KEY={from: A, to: B, log: true, whole: false}",
            description = "A key and the range that its values are drawn from; repeatable.")
    List<String> random = new ArrayList<>();

    @Option(names = "--draws", paramLabel = "N", description = "Draws of the random keys for each point of the grid.")
    int draws = 1;

    @Option(names = "--draw-seed", paramLabel = "SEED", description = "Of the draws.")
    long seed = 1;

    @Option(
            names = "--rungs",
            split = ",",
            paramLabel = "SHARE",
            description =
                    "Shares of the training after which the worst are stopped, such as 0.25,0.5; none stops none.")
    List<Double> rungs = List.of();

    @Option(names = "--keep", paramLabel = "SHARE", description = "Share that goes on after each rung.")
    double keep = 0.5;

    @Option(names = "--at-once", paramLabel = "N", description = "Trainings side by side, each of train.workers tasks.")
    int atOnce = 1;

    SweepCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        SweepPlan plan = common.usage(
                () -> new SweepPlan(SweepText.grid(grid), SweepText.random(random), draws, seed, rungs, keep));
        common.usage(() -> SweepText.requireSound(plan, configuration, atOnce));
        Places.requireTable(table);
        selection.ifPresent(Places::requireTable);
        Places.requireSweepTarget(out);
        common.run(host, configuration, jobs -> jobs.sweep(new SweepArguments(table, selection, out, plan, atOnce)));
    }
}
