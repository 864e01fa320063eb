package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.Form;
import io.cradle.jobs.Jobs.StatisticsArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle statistics}. */
@Command(
        name = "statistics",
        description = "Prints count, mean, deviation, extremes and quantiles of every channel, of TRAIN alone.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle statistics data/bounce",
            "  cradle statistics data/bounce --selection data/bounce-kept --json"
        })
final class StatisticsCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    @Option(
            names = "--selection",
            paramLabel = "SELECTION",
            description = "Only the episodes that this selection of the table keeps.")
    Optional<String> selection = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    StatisticsCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireTable(table);
        selection.ifPresent(Places::requireTable);
        StatisticsArguments arguments = new StatisticsArguments(table, selection, json ? Form.JSON : Form.TEXT);
        common.run(host, configuration, jobs -> jobs.statistics(arguments));
    }
}
