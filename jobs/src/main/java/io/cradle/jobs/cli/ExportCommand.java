package io.cradle.jobs.cli;

import io.cradle.ingest.export.ExportFormat;
import io.cradle.jobs.Jobs.ExportTableArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle export}. */
@Command(
        name = "export",
        description =
                "Writes the episodes of a table so that others can read them; cradle ingest reads them back bit by bit.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle export data/bounce --as lerobot --out exports/bounce",
            "  cradle export data/bounce --as npz --selection data/bounce-kept --out exports/bounce-npz"
        })
final class ExportCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "FORMAT",
            description = "lerobot: one dataset of LeRobot v3.0. npz: an archive of NumPy for each episode.")
    String format;

    @Option(
            names = "--selection",
            paramLabel = "SELECTION",
            description = "Write only what this selection of the table keeps.")
    Optional<String> selection = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory to write.")
    String out;

    ExportCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        ExportFormat as = common.usage(() -> ExportFormat.of(format));
        Places.requireTable(table);
        selection.ifPresent(Places::requireTable);
        Places.requireFree("export", out);
        common.run(host, configuration, jobs -> jobs.export(new ExportTableArguments(table, selection, as, out)));
    }
}
