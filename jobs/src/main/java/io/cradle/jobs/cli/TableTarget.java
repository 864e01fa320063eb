package io.cradle.jobs.cli;

import io.cradle.dataset.table.WriteMode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options of a command that writes a table of episodes. */
final class TableTarget {
    @Option(names = "--out", required = true, paramLabel = "TABLE", description = "Path of the table to write.")
    String out;

    @ArgGroup
    Existing existing = new Existing();

    /** At most one of these. */
    static final class Existing {
        @Option(names = "--append", description = "Add to the table if it exists.")
        boolean append;

        @Option(names = "--overwrite", description = "Replace the table's content if it exists.")
        boolean overwrite;
    }

    WriteMode mode() {
        if (existing.append) {
            return WriteMode.APPEND;
        }
        return existing.overwrite ? WriteMode.OVERWRITE : WriteMode.CREATE;
    }

    /** As {@link #mode()}, for a command that can go on where one was interrupted. */
    WriteMode mode(boolean resume) {
        if (resume && mode() != WriteMode.CREATE) {
            throw new IllegalArgumentException(
                    "Cannot use --resume with --append or --overwrite: it adds what is missing; leave the other out");
        }
        return resume ? WriteMode.RESUME : mode();
    }

    /** Refuses a path that may not be written to. */
    void require(WriteMode mode) {
        Places.requireTableTarget(out, mode);
    }
}
