package io.cradle.rollout;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Digests;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/** Episodes of tasks, one batch of the world at a time. */
final class Batches implements Iterator<Episode> {
    private final Iterator<RolloutTask> tasks;
    private final Queue<Episode> ready = new ArrayDeque<>();
    private final Clippings clippings;
    private RolloutTask first;
    private String identity = "";
    private String digest = "";

    Batches(Iterator<RolloutTask> tasks, Clippings clippings) {
        this.tasks = tasks;
        this.clippings = clippings;
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || tasks.hasNext();
    }

    @Override
    public Episode next() {
        if (!hasNext()) {
            throw new NoSuchElementException("No task is left");
        }
        if (ready.isEmpty()) {
            List<RolloutTask> batch = batch();
            ready.addAll(Rollout.together(batch, identity, digest, clippings));
        }
        return ready.remove();
    }

    private List<RolloutTask> batch() {
        List<RolloutTask> batch = new ArrayList<>();
        do {
            batch.add(alike(tasks.next()));
        } while (tasks.hasNext() && batch.size() < first.world().batch());
        return batch;
    }

    private RolloutTask alike(RolloutTask task) {
        if (first == null) {
            first = task;
            identity = task.world().identity();
            digest = Digests.sha256(identity);
        }
        if (task.steps() != first.steps() || !sameWorld(task)) {
            throw new IllegalArgumentException(
                    "Cannot run rollouts of world '%s' (%d steps) and '%s' (%d steps) together: run each world's by themselves"
                            .formatted(
                                    first.world().world(),
                                    first.steps(),
                                    task.world().world(),
                                    task.steps()));
        }
        return task;
    }

    private boolean sameWorld(RolloutTask task) {
        return task.world().equals(first.world()) || task.world().identity().equals(identity);
    }
}
