package io.cradle.jobs.cli;

import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.Jobs.CurateArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.Optional;
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
            "  cradle curate data/bounce --out data/long --set curate.validity.minSteps=50",
            "  cradle curate data/bounce --from data/bounce-kept --out data/moving --set curate.stages=[validity,motion]",
            "  cradle curate data/urchin --out data/balanced --conf balance/contact.yaml --report balanced.html"
        })
final class CurateCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    @Option(names = "--out", required = true, paramLabel = "SELECTION", description = "Path of the selection to write.")
    String out;

    @Option(
            names = "--from",
            paramLabel = "SELECTION",
            description = "Take over the scores of this selection: only episodes that are new since are read.")
    Optional<String> from = Optional.empty();

    @Option(names = "--overwrite", description = "Replace a selection that is there, as a new version of it.")
    boolean overwrite;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Write a page: counts and examples by reason, distributions and strata before and after.")
    Optional<String> report = Optional.empty();

    CurateCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireTable(table);
        from.ifPresent(Places::requireTable);
        if (!overwrite) {
            Places.requireDeltaTarget("selection", out);
        }
        report.ifPresent(page -> Places.requireFree("report", page));
        WriteMode mode = overwrite ? WriteMode.OVERWRITE : WriteMode.CREATE;
        common.run(host, configuration, jobs -> jobs.curate(new CurateArguments(table, from, out, mode, report)));
    }
}
