package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.ShowArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle show}. */
@Command(
        name = "show",
        description = "Draws episodes of a table, or what else lies at a path, as a page.",
        footerHeading = "%nExamples:%n",
        footer = {"  cradle show data/bounce", "  cradle show data/pendulum --out pendulum.html"})
final class ShowCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table, a checkpoint or a run.")
    String path;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The .html file to write; one in the working directory if not given.")
    Optional<String> out = Optional.empty();

    ShowCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireThere("table", path);
        out.ifPresent(file -> Places.requireFree("page", file));
        common.run(host, configuration, jobs -> jobs.show(new ShowArguments(path, out)));
    }
}
