package io.cradle.training.oracle;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A world of one dot on a ring of {@value #PIXELS} pixels, of 1 m each, that goes at a constant speed from −1 to 1 m a step and is seen by
 * the pixel that it is in. Starts and speeds are spread evenly, so that what follows can be summed up exactly.
 */
record DriftingDot() implements EnvironmentFactory {
    static final int PIXELS = 16;
    private static final TensorSpec FRAME = TensorSpec.frame(Layout.FRAME, 1, PIXELS, 1);
    private static final TensorSpec STATE = TensorSpec.vector(
            Layout.STATE,
            List.of(
                    new Channel("dot:cos", "1", -1, 1),
                    new Channel("dot:sin", "1", -1, 1),
                    new Channel("dot:x:p", "m", 0, PIXELS),
                    new Channel("dot:y:p", "m", 0, PIXELS)),
            Scaling.SIGNED_UNIT,
            -2,
            2,
            1);
    private static final TensorSpec VELOCITY = TensorSpec.vector(
            Layout.VELOCITY,
            List.of(
                    new Channel("dot:vx", "m/s", -1e5, 1e5),
                    new Channel("dot:vy", "m/s", -1e5, 1e5),
                    new Channel("dot:spin", "rad/s", -1e5, 1e5)),
            Scaling.NONE,
            -1e5,
            1e5,
            1);
    static final TensorSpec ACTION =
            TensorSpec.vector(Layout.ACTION, List.of(new Channel("nothing", "1", -1, 1)), Scaling.NONE, -1, 1, 1);

    /** Where a dot is and how fast it goes. */
    private record Dot(double x, double speed) implements Snapshot {
        static Dot of(Start start) {
            if (start instanceof Start.Seed seed) {
                SplittableRandom random = new SplittableRandom(seed.seed());
                return new Dot(random.nextDouble() * PIXELS, random.nextDouble() * 2 - 1);
            }
            return start instanceof Start.State state
                    ? new Dot(state.state().get(0), state.state().get(3))
                    : (Dot) ((Start.Restored) start).snapshot();
        }

        int pixel() {
            return Math.floorMod((int) Math.floor(x), PIXELS);
        }
    }

    /** The probability of each frame of an episode given those before it, in bits, summed over a fine grid of starts and speeds. */
    static double[] exactBits(Recording recording) {
        int fine = 64;
        double[] left = new double[recording.steps()];
        for (int i = 0; i < PIXELS * fine; i++) {
            for (int j = 0; j < 400; j++) {
                Dot dot = new Dot((i + 0.5) / fine, (j + 0.5) / 200 - 1);
                for (int t = 0; t < left.length && recording.frame(t)[dot.pixel()] > 0; t++) {
                    left[t]++;
                    dot = new Dot(dot.x() + dot.speed(), dot.speed());
                }
            }
        }
        double[] bits = new double[recording.steps()];
        for (int t = 1; t < bits.length; t++) {
            bits[t] = -Math.log(left[t] / left[t - 1]) / Math.log(2);
        }
        return bits;
    }

    static Recording recording(long seed, int steps) {
        Dot dot = Dot.of(new Start.Seed(seed));
        boolean[] pixels = new boolean[steps * PIXELS];
        for (int t = 0; t < steps; t++) {
            pixels[t * PIXELS + dot.pixel()] = true;
            dot = new Dot(dot.x() + dot.speed(), dot.speed());
        }
        String id = Episode.idOf("dot", Long.toString(seed));
        return Recording.of(new Episode(
                id,
                List.of(Tensor.ofBits(FRAME, pixels), Tensor.ofFloats(ACTION, new float[steps])),
                new Provenance("rollout", "dot", "0", "none", seed, "test", id, Split.TEST, Provenance.SplitBy.HASH)));
    }

    @Override
    public String world() {
        return "dot";
    }

    @Override
    public String identity() {
        return "dot";
    }

    @Override
    public int steps() {
        return 20;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public Environment open(int worlds) {
        return new Dots(worlds);
    }

    private static final class Dots implements Environment {
        private final List<Dot> dots = new ArrayList<>();
        private final int worlds;

        Dots(int worlds) {
            this.worlds = worlds;
        }

        @Override
        public int worlds() {
            return worlds;
        }

        @Override
        public List<TensorSpec> observations() {
            return List.of(FRAME, STATE, VELOCITY);
        }

        @Override
        public TensorSpec action() {
            return ACTION;
        }

        @Override
        public List<Tensor> reset(List<Start> starts) {
            dots.clear();
            starts.forEach(start -> dots.add(Dot.of(start)));
            return observed();
        }

        @Override
        public List<Tensor> step(Tensor action) {
            dots.replaceAll(dot -> new Dot(dot.x() + dot.speed(), dot.speed()));
            return observed();
        }

        private List<Tensor> observed() {
            boolean[] pixels = new boolean[worlds * PIXELS];
            float[] states = new float[worlds * 4];
            float[] speeds = new float[worlds * 3];
            for (int n = 0; n < worlds; n++) {
                pixels[n * PIXELS + dots.get(n).pixel()] = true;
                states[n * 4] = 1;
                states[n * 4 + 2] = (float) (2 * dots.get(n).x() / PIXELS - 1);
                states[n * 4 + 3] = -1;
                speeds[n * 3] = (float) dots.get(n).speed();
            }
            return List.of(
                    Tensor.ofBits(FRAME, pixels), Tensor.ofFloats(STATE, states), Tensor.ofFloats(VELOCITY, speeds));
        }

        @Override
        public List<Snapshot> snapshot() {
            return List.copyOf(dots);
        }

        @Override
        public long clipped() {
            return 0;
        }

        @Override
        public void close() {
            dots.clear();
        }
    }
}
