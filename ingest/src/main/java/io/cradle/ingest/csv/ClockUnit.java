package io.cradle.ingest.csv;

/** Unit of time stamps. */
public enum ClockUnit {
    /** Seconds. */
    S(9),
    /** Milliseconds. */
    MS(6),
    /** Microseconds. */
    US(3),
    /** Nanoseconds. */
    NS(0);

    private final int digits;

    ClockUnit(int digits) {
        this.digits = digits;
    }

    /** Digits that a stamp is shifted by to be in ns. */
    public int digits() {
        return digits;
    }
}
