package io.cradle.jobs;

import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.jobs.progress.Progress;
import java.io.PrintWriter;

/** Opens the jobs for one command. Cheap: Spark is started by the first method that needs it. */
@FunctionalInterface
public interface JobsFactory {
    /** The jobs under a configuration. */
    Jobs open(Context context);

    /**
     * What every job has at hand.
     *
     * @param configuration checked, whole; saved beside every output
     * @param worlds where definitions of worlds are read
     * @param progress where jobs say how far they are
     * @param out standard output, for results alone
     */
    record Context(Configuration configuration, WorldFiles worlds, Progress progress, PrintWriter out) {}
}
