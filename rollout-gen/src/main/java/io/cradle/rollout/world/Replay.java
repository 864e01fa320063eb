package io.cradle.rollout.world;

import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import java.util.List;

/**
 * A snapshot of a simulated world: how it began and what was done since. Restoring replays that, bit for bit, at the
 * price of simulating it again.
 *
 * <p>Lives here, and not with the engine, because a snapshot may be restored by another copy of the engine.
 *
 * @param world the world it is of
 * @param start a seed or a pose
 * @param actions what was done since, each {@code [1, A]}
 */
public record Replay(WorldDefinition world, Start start, List<Tensor> actions) implements Snapshot {
    public Replay {
        actions = List.copyOf(actions);
    }
}
