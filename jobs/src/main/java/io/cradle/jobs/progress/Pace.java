package io.cradle.jobs.progress;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a stage goes of late: its first steps, for which all is started and compiled, are slower than those to come. */
final class Pace {
    private static final long RECENT = 60_000_000_000L;
    private static final int LEAST_PERCENT = 1;
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;

    private final Deque<Mark> marks = new ArrayDeque<>();

    /** Begins at a time in ns. */
    Pace(long begun) {
        marks.add(new Mark(begun, 0));
    }

    /** So many steps were done then. */
    private record Mark(long time, long steps) {}

    /** Steps a second over the last minute; what is told here is remembered for later calls. */
    double perSecond(long now, long steps) {
        while (marks.size() > 1 && now - marks.peekFirst().time() > RECENT) {
            marks.removeFirst();
        }
        Mark since = marks.peekFirst();
        marks.addLast(new Mark(now, steps));
        return (steps - since.steps()) / (Math.max(1, now - since.time()) / 1e9);
    }

    /** Such as {@code , 24 s left}; blank as long as too little is done to tell. */
    static String left(long steps, long total, double perSecond) {
        if (steps * 100 < LEAST_PERCENT * total || perSecond <= 0) {
            return "";
        }
        double seconds = Math.max(0, total - steps) / perSecond;
        if (seconds < 2 * MINUTE) {
            return ", %.0f s left".formatted(seconds);
        }
        return seconds < 2 * HOUR
                ? ", %.0f min left".formatted(seconds / MINUTE)
                : ", %.1f h left".formatted(seconds / HOUR);
    }
}
