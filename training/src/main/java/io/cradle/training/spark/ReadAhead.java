package io.cradle.training.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Takes a few elements ahead of its user, in a thread of its own, so that reading goes on while the user computes.
 *
 * @param <T> an element
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {
    private final BlockingQueue<Taken<T>> queue;
    private final Thread thread;
    private Taken<T> next;

    /** An element, or the end ({@code element} null), which a failure may have caused. */
    private record Taken<T>(T element, Throwable failure) {}

    /** @param first done by the thread before it reads */
    ReadAhead(Iterator<T> source, int ahead, Runnable first) {
        queue = new ArrayBlockingQueue<>(ahead);
        thread = new Thread(() -> read(source, first), "read-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Iterator<T> source, Runnable first) {
        try {
            queue.put(end(source, first));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt(); // nobody asks for more
        }
    }

    private Taken<T> end(Iterator<T> source, Runnable first) throws InterruptedException {
        try {
            first.run();
            while (source.hasNext()) {
                queue.put(new Taken<>(source.next(), null));
            }
            return new Taken<>(null, null);
        } catch (RuntimeException | Error failed) {
            return new Taken<>(null, failed);
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = taken();
        }
        if (next.failure() instanceof RuntimeException failed) {
            throw failed;
        }
        if (next.failure() instanceof Error failed) {
            throw failed;
        }
        return next.element() != null;
    }

    private Taken<T> taken() {
        try {
            return queue.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot wait for data: the task was stopped", stopped);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T element = next.element();
        next = null;
        return element;
    }

    /** Stops reading; returns when the thread has ended, so that what it read from may be used again. */
    @Override
    public void close() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            thread.interrupt();
            try {
                thread.join(100);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
