package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.EvaluateArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle evaluate}. */
@Command(
        name = "evaluate",
        description = "Measures a checkpoint on a table's test episodes, beside baselines, and writes the report.",
        footerHeading = "%nExamples:%n",
        footer = {"  cradle evaluate models/bounce --table data/bounce --out reports/bounce"})
final class EvaluateCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "CHECKPOINT", description = "Path of a trained model.")
    String checkpoint;

    @Option(names = "--table", required = true, paramLabel = "TABLE", description = "Table to measure it on.")
    String table;

    @Option(
            names = "--selection",
            paramLabel = "SELECTION",
            description = "Measure on the episodes that this selection of the table keeps; on all if not given.")
    Optional<String> selection = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory of the report.")
    String out;

    EvaluateCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireThere("checkpoint", checkpoint);
        Places.requireTable(table);
        selection.ifPresent(Places::requireTable);
        Places.requireFree("report", out);
        common.run(
                host, configuration, jobs -> jobs.evaluate(new EvaluateArguments(checkpoint, table, selection, out)));
    }
}
