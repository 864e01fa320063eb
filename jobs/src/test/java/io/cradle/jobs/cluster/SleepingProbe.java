package io.cradle.jobs.cluster;

import java.time.Duration;

/** A program that doesn't end by itself: first says that it is there. */
public final class SleepingProbe {
    private SleepingProbe() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("{\"asleep\": true}");
        Thread.sleep(Duration.ofMinutes(10).toMillis());
    }
}
