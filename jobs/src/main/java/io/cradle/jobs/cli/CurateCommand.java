package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.CurateArguments;
import io.cradle.jobs.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle curate}. */
@Command(
        name = "curate",
        description = "Judges a table's episodes and writes which are kept and why; episodes are not copied.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle curate data/bounce --out data/bounce-kept",
            "  cradle curate data/bounce --out data/long --set curate.minSteps=50"
        })
final class CurateCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    @Option(names = "--out", required = true, paramLabel = "SELECTION", description = "Path of the selection to write.")
    String out;

    CurateCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireTable(table);
        Places.requireFree("selection", out);
        common.run(host, configuration, jobs -> jobs.curate(new CurateArguments(table, out)));
    }
}
