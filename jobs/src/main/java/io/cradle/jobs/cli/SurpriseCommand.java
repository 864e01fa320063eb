package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.SurpriseArguments;
import io.cradle.jobs.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle surprise}. */
@Command(
        name = "surprise",
        description = "Asks a model how much each episode of a table surprises it, for curation to judge by.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle surprise models/urchin --table data/urchin --out data/urchin-surprise",
            "  cradle curate data/urchin --out data/news --set curate.stages=[validity,surprise] \\",
            "    --set curate.surprise.table=data/urchin-surprise"
        })
final class SurpriseCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "CHECKPOINT", description = "Path of the model that is asked.")
    String checkpoint;

    @Option(names = "--table", required = true, paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "SURPRISE",
            description = "Path of the table to write: episode_id, and surprise in bits a frame.")
    String out;

    SurpriseCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireThere("checkpoint", checkpoint);
        Places.requireTable(table);
        Places.requireDeltaTarget("surprise", out);
        common.run(host, configuration, jobs -> jobs.surprise(new SurpriseArguments(checkpoint, table, out)));
    }
}
