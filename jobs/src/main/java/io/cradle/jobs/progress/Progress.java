package io.cradle.jobs.progress;

/** Where a run says how far it is. One stage at a time; starting another ends the one before. Thread-safe. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void stage(String name, long total) {}

        @Override
        public void extend(long steps) {}

        @Override
        public void advance(long steps) {}

        @Override
        public void note(String text) {}

        @Override
        public void done() {}
    };

    /**
     * Begins a stage.
     *
     * @param name what is done, such as {@code Generate}
     * @param total steps that it takes, at least 0; 0 if unknown
     */
    void stage(String name, long total);

    /** Says that the stage takes so many more steps than was thought. */
    void extend(long steps);

    /** Says that so many more steps are done. */
    void advance(long steps);

    /** What is said beside the stage from now on, until it ends: such as a loss. */
    void note(String text);

    /** Ends the stage; without one nothing happens. */
    void done();

    /** Ends the stage, whose work failed; without one nothing happens. */
    default void failed() {
        done();
    }

    /** A bar that is redrawn on standard error: stage, done/total, rate, time left. */
    static Progress onTerminal() {
        return new TerminalProgress();
    }

    /** A log line every few seconds, and one at the end of a stage. */
    static Progress asLog() {
        return new LogProgress(System::nanoTime, line -> LogProgress.LOG.info("{}", line));
    }
}
