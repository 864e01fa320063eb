package io.cradle.jobs.progress;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines such as {@code Generate 120/600 (20 %), 31.2/s, 15 s left}. */
final class LogProgress implements Progress {
    static final Logger LOG = LoggerFactory.getLogger("io.cradle.progress");

    /** Nanoseconds between two lines of a stage. */
    static final long INTERVAL = 5_000_000_000L;

    private final LongSupplier clock;
    private final Consumer<String> lines;
    private String name = "";
    private String note = "";
    private long total;
    private long steps;
    private long begun;
    private long said;
    private Pace pace = new Pace(0);

    /** @param clock nanoseconds since some instant */
    LogProgress(LongSupplier clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public synchronized void stage(String stage, long stepsInAll) {
        done();
        name = stage;
        note = "";
        total = stepsInAll;
        steps = 0;
        begun = clock.getAsLong();
        said = begun;
        pace = new Pace(begun);
        lines.accept(total == 0 ? name : "%s 0/%d".formatted(name, total));
    }

    @Override
    public synchronized void extend(long more) {
        total += more;
    }

    @Override
    public synchronized void advance(long more) {
        steps += more;
        if (!name.isEmpty() && clock.getAsLong() - said >= INTERVAL) {
            said = clock.getAsLong();
            lines.accept(line());
        }
    }

    @Override
    public synchronized void note(String text) {
        note = ", " + text;
    }

    @Override
    public synchronized void done() {
        if (!name.isEmpty()) {
            lines.accept("%s done: %d in %.1f s%s".formatted(name, steps, seconds(), note));
            name = "";
        }
    }

    @Override
    public synchronized void failed() {
        if (!name.isEmpty()) {
            lines.accept("%s failed after %.1f s".formatted(name, seconds()));
            name = "";
        }
    }

    private String line() {
        double rate = pace.perSecond(clock.getAsLong(), steps);
        if (total == 0 || steps == 0) {
            return "%s %d, %.1f/s%s".formatted(name, steps, rate, note);
        }
        return "%s %d/%d (%d %%), %.1f/s%s%s"
                .formatted(name, steps, total, 100 * steps / total, rate, Pace.left(steps, total, rate), note);
    }

    private double seconds() {
        return Math.max(1, clock.getAsLong() - begun) / 1e9;
    }
}
