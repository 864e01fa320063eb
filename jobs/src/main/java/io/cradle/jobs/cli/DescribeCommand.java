package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.DescribeArguments;
import io.cradle.jobs.Jobs.Form;
import io.cradle.jobs.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle describe}. */
@Command(
        name = "describe",
        description =
                "Prints what a table, or a selection, holds: counts, sizes, splits, content hash, where it came from.",
        footerHeading = "%nExamples:%n",
        footer = {"  cradle describe data/bounce", "  cradle describe data/bounce --json | jq -r .contentHash"})
final class DescribeCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes, or of a selection.")
    String table;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    DescribeCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireTable(table);
        DescribeArguments arguments = new DescribeArguments(table, json ? Form.JSON : Form.TEXT);
        common.run(host, configuration, jobs -> jobs.describe(arguments));
    }
}
