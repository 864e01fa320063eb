package io.cradle.rollout;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;

/** Shows frames alone, stepped in batches: the first pixel flips when the action is above 0, the rest is the seed. */
record TestWorld(int batch) implements EnvironmentFactory {
    private static final TensorSpec FRAME = TensorSpec.frame("lcd", 4, 4, 10);
    private static final TensorSpec ACTION =
            TensorSpec.vector("action", List.of(new Channel("push", "1", -1, 1)), Scaling.NONE, -1, 1, 10);

    @Override
    public String world() {
        return "Flip";
    }

    @Override
    public String identity() {
        return "flip 1";
    }

    @Override
    public int steps() {
        return 6;
    }

    @Override
    public Environment open(int worlds) {
        return new Flipping(worlds);
    }

    private static final class Flipping implements Environment {
        private final byte[] pixels;

        private Flipping(int worlds) {
            pixels = new byte[2 * worlds];
        }

        @Override
        public int worlds() {
            return pixels.length / 2;
        }

        @Override
        public List<TensorSpec> observations() {
            return List.of(FRAME);
        }

        @Override
        public TensorSpec action() {
            return ACTION;
        }

        @Override
        public List<Tensor> reset(List<Start> starts) {
            for (int i = 0; i < worlds(); i++) {
                long seed = ((Start.Seed) starts.get(i)).seed();
                pixels[2 * i] = (byte) seed;
                pixels[2 * i + 1] = (byte) (seed >> 8);
            }
            return List.of(Tensor.ofBytes(FRAME, pixels));
        }

        @Override
        public List<Tensor> step(Tensor action) {
            for (int i = 0; i < worlds(); i++) {
                pixels[2 * i] ^= (byte) (action.value(i, 0) > 0 ? 1 : 0);
            }
            return List.of(Tensor.ofBytes(FRAME, pixels));
        }

        @Override
        public List<Snapshot> snapshot() {
            return List.of();
        }

        @Override
        public long clipped() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
