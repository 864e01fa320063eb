package io.cradle.training.spark;

/** Measures laps of wall clock. */
final class Clock {
    private static final double NANO = 1e-9;
    private long last = System.nanoTime();

    /** Seconds since the last lap, or since it was made. */
    double lap() {
        long now = System.nanoTime();
        double seconds = (now - last) * NANO;
        last = now;
        return seconds;
    }
}
