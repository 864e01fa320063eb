package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.CardArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle card}. */
@Command(
        name = "card",
        description =
                "Writes the card of a table, README.md and index.html: what it holds, in pictures, figures and words.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle card data/bounce --out cards/bounce",
            "  cradle card data/bounce --selection data/bounce-kept --out cards/bounce-kept"
        })
final class CardCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    @Option(
            names = "--selection",
            paramLabel = "SELECTION",
            description = "Describe what this selection of the table makes of it too.")
    Optional<String> selection = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory to write.")
    String out;

    CardCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireTable(table);
        selection.ifPresent(Places::requireTable);
        Places.requireFree("card", out);
        common.run(host, configuration, jobs -> jobs.card(new CardArguments(table, selection, out)));
    }
}
