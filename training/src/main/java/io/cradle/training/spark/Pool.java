package io.cradle.training.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is costly to make, kept in this process while nobody uses it: it outlives a task, so that the next round finds what the last one
 * opened. Of more than {@value #MOST} the one that was idle longest is closed.
 *
 * @param <K> says what is wanted; equal keys share
 * @param <V> what is made; used by one task at a time
 */
final class Pool<K, V> {
    private static final int MOST = 8;

    private final Function<K, V> open;
    private final Consumer<V> close;
    private final Deque<Idle<K, V>> idle = new ArrayDeque<>();

    private record Idle<K, V>(K key, V value) {}

    Pool(Function<K, V> open, Consumer<V> close) {
        this.open = open;
        this.close = close;
    }

    /** One that is the caller's alone until it is given back. */
    V lease(K key) {
        synchronized (idle) {
            for (Iterator<Idle<K, V>> each = idle.descendingIterator(); each.hasNext(); ) {
                Idle<K, V> last = each.next();
                if (last.key().equals(key)) {
                    each.remove();
                    return last.value();
                }
            }
        }
        return open.apply(key);
    }

    /** Keeps it for the next who leases by an equal key. */
    void giveBack(K key, V value) {
        Idle<K, V> eldest = null;
        synchronized (idle) {
            idle.addLast(new Idle<>(key, value));
            if (idle.size() > MOST) {
                eldest = idle.removeFirst();
            }
        }
        if (eldest != null) {
            close.accept(eldest.value());
        }
    }

    /** Closes what is idle in this process by this key. */
    void close(K key) {
        synchronized (idle) {
            idle.stream().filter(each -> each.key().equals(key)).forEach(each -> close.accept(each.value()));
            idle.removeIf(each -> each.key().equals(key));
        }
    }
}
