package io.cradle.jobs.cli;

import io.cradle.dataset.table.WriteMode;
import io.cradle.ingest.EpisodeSources;
import io.cradle.jobs.Jobs.IngestArguments;
import io.cradle.jobs.configuration.Configuration;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle ingest}. */
@Command(
        name = "ingest",
        description = "Reads recordings from elsewhere and stores them as a table of the same form.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle ingest recordings/boxlcd --out data/real",
            "  cradle ingest datasets/my-lerobot --out data/arm",
            "  cradle ingest videos --set ingest.frames.ink=DARK --out data/videos",
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

    @Option(
            names = "--resume",
            description = "Go on with a job that was interrupted: take only the recordings that are missing.")
    boolean resume;

    IngestCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireThere("recordings", source);
        WriteMode mode = common.usage(() -> target.mode(resume));
        target.require(mode);
        EpisodeSources.requireUnderstood(Path.of(source), configuration.values().ingest());
        IngestArguments arguments = new IngestArguments(source, target.out, mode);
        common.run(host, configuration, jobs -> jobs.ingest(arguments));
    }
}
