package io.cradle.jobs.decide;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;

/** What was computed once and is read several times, on the executors' disks until this is closed. */
public final class Caches implements AutoCloseable {
    private final Deque<Dataset<?>> kept = new ArrayDeque<>();

    /** Nothing so far. */
    public Caches() {}

    /** The same rows, which are computed when they are first read. */
    public <T> Dataset<T> keep(Dataset<T> rows) {
        Dataset<T> cached = rows.persist(StorageLevel.DISK_ONLY());
        kept.push(cached);
        return cached;
    }

    @Override
    public void close() {
        kept.forEach(Dataset::unpersist);
        kept.clear();
    }
}
