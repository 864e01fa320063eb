package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.ArbiterArguments;
import io.cradle.jobs.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cradle arbiter}. */
@Command(
        name = "arbiter",
        description =
                "Trains the arbiter of a world, once: it says what frames look like, so that distances mean the same for every model.",
        footerHeading = "%nExamples:%n",
        footer = {"  cradle arbiter data/urchin --out arbiters/urchin.bin"})
final class ArbiterCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "TABLE", description = "Table whose TRAIN episodes it learns from.")
    String table;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "3000",
            description = "Minibatches of 64 stretches (default: ${DEFAULT-VALUE}).")
    int steps;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "File to write; its digest is put beside it.")
    String out;

    ArbiterCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        if (steps < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid --steps=%d: at least 1 is needed".formatted(steps));
        }
        Configuration configuration = common.configuration(host);
        Places.requireTable(table);
        Places.requireFree("arbiter", out);
        common.run(host, configuration, jobs -> jobs.arbiter(new ArbiterArguments(table, steps, seed, out)));
    }
}
