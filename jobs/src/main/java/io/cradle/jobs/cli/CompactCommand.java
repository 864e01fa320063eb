package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.CompactArguments;
import io.cradle.jobs.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cradle compact}. */
@Command(
        name = "compact",
        description = "Packs a table's small data files into few of about 256 MB; its content stays as it is.",
        footerHeading = "%nExamples:%n",
        footer = {"  cradle compact data/bounce"})
final class CompactCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    CompactCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireTable(table);
        common.run(host, configuration, jobs -> jobs.compact(new CompactArguments(table)));
    }
}
