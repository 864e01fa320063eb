package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.VerifyArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.OptionalInt;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle verify}. */
@Command(
        name = "verify",
        description = {
            "Looks for contents in two splits, and makes episodes anew from their seeds to compare every bit.",
            "Reads the whole table. Fails if something is wrong."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  cradle verify data/bounce", "  cradle verify data/bounce --all"})
final class VerifyCommand implements Runnable {
    private static final int SAMPLE = 20;

    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "Path of a table of episodes.")
    String table;

    @ArgGroup
    Extent extent = new Extent();

    /** At most one of these. */
    static final class Extent {
        @Option(names = "--episodes", paramLabel = "N", description = "How many; " + SAMPLE + " unless told.")
        int episodes = SAMPLE;

        @Option(names = "--all", description = "All episodes.")
        boolean all;
    }

    VerifyCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        OptionalInt episodes = common.usage(this::episodes);
        Places.requireTable(table);
        common.run(host, configuration, jobs -> jobs.verify(new VerifyArguments(table, episodes)));
    }

    private OptionalInt episodes() {
        if (extent.episodes < 1) {
            throw new IllegalArgumentException("Invalid --episodes %d: must be at least 1".formatted(extent.episodes));
        }
        return extent.all ? OptionalInt.empty() : OptionalInt.of(extent.episodes);
    }
}
