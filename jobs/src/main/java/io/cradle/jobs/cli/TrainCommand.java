package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.TrainArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.Optional;
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

    @Option(
            names = "--resume",
            description = "Go on with a training that was interrupted, to the same bits as if it had not been.")
    boolean resume;

    TrainCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireTable(table);
        selection.ifPresent(Places::requireTable);
        Places.requireFree("checkpoint", out);
        common.run(host, configuration, jobs -> jobs.train(new TrainArguments(table, selection, out, resume)));
    }
}
