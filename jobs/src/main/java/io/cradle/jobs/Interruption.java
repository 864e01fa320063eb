package io.cradle.jobs;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What to do when somebody presses Ctrl-C: stop Spark, say one line, leave. What wasn't committed stays invisible to
 * readers, so nothing needs cleaning up.
 */
public final class Interruption implements AutoCloseable {
    private static final AtomicBoolean HAPPENED = new AtomicBoolean();

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /**
     * Has something stopped if the process is told to end before the result is closed.
     *
     * @param stop such as {@code sparkContext::stop}; runs once, on a thread of its own
     */
    public static Interruption stops(Runnable stop) {
        Thread hook = new Thread(() -> stopped(stop), "cradle-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    private static void stopped(Runnable stop) {
        HAPPENED.set(true);
        System.err.println(
                "Interrupted: nothing half-written is visible; run the command again, with --resume where it has that (cradle COMMAND --help)");
        stop.run();
    }

    /** Whether the process is ending; errors that follow are its echo and need no message. */
    public static boolean happened() {
        return HAPPENED.get();
    }

    /** The work is done: an end of the process is no interruption any more. */
    @Override
    public void close() {
        if (!happened()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
