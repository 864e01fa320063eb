package io.cradle.training.simulator;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Tensor;
import io.cradle.training.model.Floats;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prompt;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where one dreamt world is.
 *
 * @param past of each tensor that the model reads what it goes on from, {@code [L, shape]}, oldest first; the last is what is seen now, and
 *     the last action, which is still to come, is zeros
 * @param latent what the model holds besides; see {@link Prompt#latent}
 * @param seed of all that is drawn in this world
 * @param step observations dreamt since the reset
 * @param checkpoint digest of the one that dreams it: what one holds says nothing to another
 */
record Dream(List<Tensor> past, Floats latent, long seed, long step, String checkpoint) implements Snapshot {
    Dream {
        past = List.copyOf(past);
    }

    /** As the model takes it. */
    Prompt prompt() {
        Tensor frames = find(Layout.FRAME).orElseThrow();
        Tensor actions = find(Layout.ACTION).orElseThrow();
        Optional<Tensor> proprio = find(Layout.PROPRIO);
        List<Observation> seen = IntStream.range(0, frames.rows())
                .mapToObj(t -> proprio.map(felt -> new Observation(frames.floats(t), felt.floats(t)))
                        .orElseGet(() -> Observation.ofFrame(frames.floats(t))))
                .toList();
        List<float[]> acted =
                IntStream.range(0, frames.rows() - 1).mapToObj(actions::floats).toList();
        return new Prompt(seen, acted, latent);
    }

    Optional<Tensor> find(String name) {
        return past.stream().filter(tensor -> tensor.spec().name().equals(name)).findFirst();
    }
}
