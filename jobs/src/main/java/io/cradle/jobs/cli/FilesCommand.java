package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.FilesArguments;
import io.cradle.jobs.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cradle files}. */
@Command(
        name = "files",
        description = "Prints a table's live data files, for readers that know Parquet and not Delta.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle files data/bounce",
            "  duckdb -c \"select count(*) from '$(cradle files data/bounce | head -1)'\""
        })
final class FilesCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    FilesCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireTable(table);
        common.run(host, configuration, jobs -> jobs.files(new FilesArguments(table)));
    }
}
