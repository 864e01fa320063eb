package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.Form;
import io.cradle.jobs.Jobs.InformationArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle information}. */
@Command(
        name = "information",
        description = "Measures what a table's steps cost in bits, from raw to a model that expects what comes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle information data/urchin",
            "  cradle information data/urchin --selection data/urchin-selection --out information.html",
            "  cradle information data/urchin --model models/urchin --json | jq '.trials[0].bitsPerFrame'"
        })
final class InformationCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    @Option(
            names = "--selection",
            paramLabel = "SELECTION",
            description = "Measure the episodes that this selection of the table keeps; all if not given.")
    Optional<String> selection = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "CHECKPOINT",
            description = "Measure this model too, one step ahead on VAL, beside context models on the same frames.")
    Optional<String> model = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Write a page, too: a file that ends in .html.")
    Optional<String> out = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    InformationCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        common.usage(this::page);
        Places.requireTable(table);
        selection.ifPresent(Places::requireTable);
        model.ifPresent(checkpoint -> Places.requireThere("checkpoint", checkpoint));
        out.ifPresent(file -> Places.requireFree("page", file));
        InformationArguments arguments =
                new InformationArguments(table, selection, model, out, json ? Form.JSON : Form.TEXT);
        common.run(host, configuration, jobs -> jobs.information(arguments));
    }

    private Optional<String> page() {
        out.filter(file -> !file.endsWith(".html")).ifPresent(file -> {
            throw new IllegalArgumentException("Cannot write '%s': its name must end in .html".formatted(file));
        });
        return out;
    }
}
