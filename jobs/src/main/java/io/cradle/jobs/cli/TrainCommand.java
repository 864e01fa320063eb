package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.TrainArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle train}. */
@Command(
        name = "train",
        description = "Trains a world model on a table's training episodes by parameter averaging.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle train data/bounce --out models/bounce",
            "  cradle train data/bounce --out models/bounce --resume",
            "  cradle train data/bounce --out models/slower --fork models/bounce --set train.rounds=400 --set train.learningRate=0.001",
            "  cradle train data/bounce --selection data/bounce-kept --out models/wide --conf models/wide.yaml"
        })
final class TrainCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    @Option(names = "--selection", paramLabel = "S", description = "Selection of that table to learn from.")
    Optional<String> selection = Optional.empty();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "CHECKPOINT",
            description = "Path of the checkpoint to write.")
    String out;

    @ArgGroup
    From from = new From();

    /** At most one of these. */
    static final class From {
        @Option(
                names = "--resume",
                description = "Go on with a training that was interrupted, to the same bits as if it had not been.")
        boolean resume;

        @Option(
                names = "--fork",
                paramLabel = "FROM",
                description =
                        "Go on from a checkpoint, or from the state of a training (CHECKPOINT.unfinished or a file in it), with other settings.")
        Optional<String> fork = Optional.empty();
    }

    TrainCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireTable(table);
        selection.ifPresent(Places::requireTable);
        Places.requireFree("checkpoint", out);
        from.fork.ifPresent(path -> Places.requireThere("checkpoint", path));
        common.run(
                host,
                configuration,
                jobs -> jobs.train(
                        new TrainArguments(table, selection, out, new TrainArguments.Start(from.resume, from.fork))));
    }
}
