package io.cradle.training.simulator;

import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Tensor;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prompt;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where one dreamt world is.
 *
 * @param past {@code [L, H, W]}, the frames that the model goes on from, oldest first; the last is what is seen now
 * @param actions {@code [L, A]} taken at each of them; the last, which is still to come, is zeros
 * @param seed of all that is drawn in this world
 * @param step frames dreamt since the reset
 */
record Dream(Tensor past, Tensor actions, long seed, long step) implements Snapshot {
    /** As the model takes it. */
    Prompt prompt() {
        List<Observation> seen = IntStream.range(0, past.rows())
                .mapToObj(t -> Observation.ofFrame(past.floats(t)))
                .toList();
        List<float[]> acted =
                IntStream.range(0, past.rows() - 1).mapToObj(actions::floats).toList();
        return new Prompt(seen, acted);
    }

    /** The newest frame, {@code [1, H, W]}. */
    Tensor now() {
        return past.slice(past.rows() - 1, past.rows());
    }
}
