package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.EvaluateArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle evaluate}. */
@Command(
        name = "evaluate",
        description = "Measures checkpoints on a table's test episodes, beside baselines, and writes the report.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle evaluate models/bounce --table data/bounce --out reports/bounce",
            "  cradle evaluate models/a models/b --table data/bounce --also data/fast --arbiter arbiters/bounce.bin --out reports/side"
        })
final class EvaluateCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(
            paramLabel = "CHECKPOINT",
            arity = "1..*",
            description = "Paths of trained models; the first is the one that is judged.")
    List<String> checkpoints;

    @Option(names = "--table", required = true, paramLabel = "TABLE", description = "Table to measure it on.")
    String table;

    @Option(
            names = "--selection",
            paramLabel = "SELECTION",
            description = "Measure on the episodes that this selection of the table keeps; on all if not given.")
    Optional<String> selection = Optional.empty();

    @Option(
            names = "--also",
            paramLabel = "TABLE",
            description = "Tables of other kinds of episodes, such as faster balls: a panel each beside the report.")
    List<String> others = List.of();

    @Option(
            names = "--arbiter",
            paramLabel = "FILE",
            description = "Ask this arbiter, which 'cradle arbiter' trained, what samples look like.")
    Optional<String> arbiter = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory of the report.")
    String out;

    EvaluateCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        checkpoints.forEach(checkpoint -> Places.requireThere("checkpoint", checkpoint));
        Places.requireTable(table);
        selection.ifPresent(Places::requireTable);
        others.forEach(Places::requireTable);
        arbiter.ifPresent(file -> Places.requireThere("arbiter", file));
        Places.requireFree("report", out);
        common.run(
                host,
                configuration,
                jobs -> jobs.evaluate(new EvaluateArguments(checkpoints, table, selection, others, arbiter, out)));
    }
}
