package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.IngestArguments;
import io.cradle.jobs.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cradle ingest}. */
@Command(
        name = "ingest",
        description = "Reads recordings from elsewhere and stores them as a table of the same form.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle ingest recordings/boxlcd --out data/real",
            "  cradle ingest logs/pendulum --conf ingest/pendulum.yaml --out data/pendulum"
        })
final class IngestCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Mixin
    TableTarget target;

    @Parameters(paramLabel = "SOURCE", description = "A file or a directory of recordings.")
    String source;

    IngestCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireThere("recordings", source);
        target.require(target.mode());
        IngestArguments arguments = new IngestArguments(source, target.out, target.mode());
        common.run(host, configuration, jobs -> jobs.ingest(arguments));
    }
}
