package io.cradle.jobs.cluster;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs another main class and ends the process as soon as its standard input ends. Whoever holds the other end of that pipe
 * holds the leash: when the test's JVM goes, even by {@code kill -9}, the pipe breaks and no daemon outlives it.
 *
 * <p>Usage: {@code java … io.cradle.jobs.cluster.Leash MAIN-CLASS [ARGUMENT…]}
 */
public final class Leash {
    /** Milliseconds that shutdown hooks get (a worker's hook ends its executors) before the process is halted. */
    private static final long PATIENCE = 5_000;

    private Leash() {}

    /** Runs {@code arguments[0]} with the rest of the arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        daemon("leash", Leash::exitWhenInputEnds);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void exitWhenInputEnds() {
        drainInput();
        daemon("leash-halt", Leash::haltAfterPatience);
        System.exit(1);
    }

    private static void drainInput() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException broken) {
            System.err.println("The leash broke: " + broken);
        }
    }

    private static void haltAfterPatience() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }
}
