package io.cradle.training.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Open readers of this process that nobody uses at the moment. They outlive a task, so that the next round finds what
 * the last one cached. Of more than {@value #MOST} the one that was idle longest is closed.
 */
final class ReaderPool {
    private static final int MOST = 8;
    private static final Deque<Idle> IDLE = new ArrayDeque<>();

    private record Idle(WindowSource source, WindowSource.Reader reader) {}

    private ReaderPool() {}

    /** A reader that is the caller's alone until it is given back. */
    static WindowSource.Reader lease(WindowSource source) {
        synchronized (IDLE) {
            for (Iterator<Idle> each = IDLE.descendingIterator(); each.hasNext(); ) {
                Idle idle = each.next();
                if (idle.source().equals(source)) {
                    each.remove();
                    return idle.reader();
                }
            }
        }
        return source.open();
    }

    /** Keeps a reader for the next who leases from an equal source. */
    static void giveBack(WindowSource source, WindowSource.Reader reader) {
        Idle eldest = null;
        synchronized (IDLE) {
            IDLE.addLast(new Idle(source, reader));
            if (IDLE.size() > MOST) {
                eldest = IDLE.removeFirst();
            }
        }
        if (eldest != null) {
            eldest.reader().close();
        }
    }

    /** Closes what is idle in this process of this source. */
    static void close(WindowSource source) {
        synchronized (IDLE) {
            IDLE.stream().filter(idle -> idle.source().equals(source)).forEach(idle -> idle.reader()
                    .close());
            IDLE.removeIf(idle -> idle.source().equals(source));
        }
    }
}
