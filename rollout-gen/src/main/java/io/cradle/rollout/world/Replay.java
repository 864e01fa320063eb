package io.cradle.rollout.world;

import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * A snapshot of a simulated world: how it began, what was done since, and, as long as it stays in the process that took
 * it, a frozen copy of the engine's objects. Restoring copies those, which costs about as much as one step; a snapshot
 * that came from another process is replayed from its start. Both give the same bits.
 *
 * <p>Lives here, and not with the engine, because a snapshot may be restored by another copy of the engine.
 */
public final class Replay implements Snapshot {
    private static final long serialVersionUID = 1;

    private final WorldDefinition world;
    private final Start start;
    private final List<Tensor> actions;

    /** Never stepped, so any number of threads may copy it at once. */
    private final transient Frozen frozen;

    /**
     * What there is to know of a world.
     *
     * @param world the world it is of
     * @param start a seed, a pose or a state
     * @param actions what was done since, each {@code [1, A]}
     * @param frozen copy of the engine's objects
     */
    public Replay(WorldDefinition world, Start start, List<Tensor> actions, Frozen frozen) {
        this.world = world;
        this.start = start;
        this.actions = List.copyOf(actions);
        this.frozen = frozen;
    }

    /** The world it is of. */
    public WorldDefinition world() {
        return world;
    }

    /** How it began. */
    public Start start() {
        return start;
    }

    /** What was done since, each {@code [1, A]}. */
    public List<Tensor> actions() {
        return actions;
    }

    /** The frozen copy; none in a snapshot that came from another process. */
    public Optional<Frozen> frozen() {
        return Optional.ofNullable(frozen);
    }
}
