package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.CompareArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle compare}. */
@Command(
        name = "compare",
        description =
                "Puts many trainings, finished or not, on one page: curves, and the settings in which they differ.",
        footerHeading = "%nExamples:%n",
        footer = {"  cradle compare models/small models/wide", "  cradle compare sweeps/rates --out rates.html"})
final class CompareCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description =
                    "Paths of checkpoints whose training has begun, or directories: all trainings that have their log in them.")
    List<String> runs;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "compare.html",
            description = "Page to write, over one that is there (default: ${DEFAULT-VALUE}).")
    String out;

    CompareCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        common.usage(this::page);
        common.run(host, configuration, jobs -> jobs.compare(new CompareArguments(runs, out)));
    }

    private String page() {
        if (!out.endsWith(".html")) {
            throw new IllegalArgumentException("Cannot write '%s': its name must end in .html".formatted(out));
        }
        return out;
    }
}
