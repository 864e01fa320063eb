package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs;
import io.cradle.jobs.JobsFactory;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.jobs.progress.Progress;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What surrounds a command: the process, or a test.
 *
 * @param conf where configuration lies; asked only when it is needed, so that help never fails
 * @param jobs opens the jobs
 * @param progress where jobs say how far they are
 * @param submittedMaster the master that spark-submit chose
 */
record Host(
        Supplier<ConfDirectory> conf, JobsFactory jobs, Supplier<Progress> progress, Optional<String> submittedMaster) {
    /** Level of the log, which conf/log4j2.properties reads. */
    private static final String LOG_LEVEL = "cradle.log";

    /** This process, as bin/cradle or spark-submit started it. */
    static Host ofProcess(JobsFactory jobs) {
        return new Host(
                Host::confDirectory,
                jobs,
                Host::progressOfProcess,
                Optional.ofNullable(System.getProperty("spark.master")));
    }

    private static ConfDirectory confDirectory() {
        Optional<String> told = Optional.ofNullable(System.getProperty("cradle.conf"))
                .or(() -> Optional.ofNullable(System.getenv("CRADLE_CONF")));
        if (told.isPresent()) {
            return new ConfDirectory(Path.of(told.get()));
        }
        Path here = Path.of("conf");
        return Files.exists(here.resolve("defaults.yaml"))
                ? new ConfDirectory(here)
                : ConfDirectory.packaged().orElseGet(() -> new ConfDirectory(here));
    }

    /** Bars need a terminal, which bin/cradle knows of, and that nothing else writes to. */
    private static Progress progressOfProcess() {
        boolean terminal = Boolean.getBoolean("cradle.tty") && System.getProperty(LOG_LEVEL) == null;
        return terminal ? Progress.onTerminal() : Progress.asLog();
    }

    /** Has Spark and the rest say what they do; only before anything was logged. */
    static void logMore() {
        System.setProperty(LOG_LEVEL, "info");
    }

    WorldFiles worlds() {
        return new WorldFiles(conf.get());
    }

    /** Opens the jobs, has them do the work, closes them. */
    void run(Configuration configuration, PrintWriter out, Consumer<Jobs> work) {
        Progress shown = progress.get();
        try (Jobs opened = jobs.open(new JobsFactory.Context(configuration, worlds(), shown, out))) {
            work.accept(opened);
            shown.done();
        } finally {
            shown.failed(); // says nothing where all is done
            out.flush();
        }
    }
}
