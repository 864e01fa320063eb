package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.MaterialiseArguments;
import io.cradle.jobs.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle materialise}. */
@Command(
        name = "materialise",
        description = "Copies the episodes that a selection keeps to a table of their own, each once.",
        footerHeading = "%nExamples:%n",
        footer = {"  cradle materialise data/bounce --selection data/bounce-kept --out data/bounce-clean"})
final class MaterialiseCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Mixin
    TableTarget target;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    @Option(
            names = "--selection",
            required = true,
            paramLabel = "S",
            description = "Selection of that table; the version that it judges is copied.")
    String selection;

    MaterialiseCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireTable(table);
        Places.requireTable(selection);
        target.require(target.mode());
        MaterialiseArguments arguments = new MaterialiseArguments(table, selection, target.out, target.mode());
        common.run(host, configuration, jobs -> jobs.materialise(arguments));
    }
}
