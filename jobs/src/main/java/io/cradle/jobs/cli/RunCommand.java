package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.RunArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle run}. */
@Command(
        name = "run",
        description =
                "Does it all: generates (or ingests, or takes a table), curates, trains, evaluates; one directory of results.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle run --out runs/first",
            "  cradle run --set ingest.source=videos --out runs/videos",
            "  cradle run --table data/real --out runs/real --profile smoke",
            "  cradle run --conf runs/first/run.yaml --out runs/again"
        })
final class RunCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Option(names = "--table", paramLabel = "TABLE", description = "Use this table; generate nothing.")
    Optional<String> table = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory of all results.")
    String out;

    RunCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        table.ifPresentOrElse(Places::requireTable, () -> requireBeginning(configuration));
        Places.requireFree("run", out);
        common.run(host, configuration, jobs -> jobs.run(new RunArguments(out, table)));
    }

    private void requireBeginning(Configuration configuration) {
        String source = configuration.values().ingest().source();
        if (source.isBlank()) {
            common.requireWorld(host, configuration);
        } else {
            Places.requireThere("recordings", source);
        }
    }
}
