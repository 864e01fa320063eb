package io.cradle.training.oracle;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.Recording;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A world of one dot in a row of {@value #PIXELS} pixels, of 1 m each, small enough that what can be known of it is known exactly.
 *
 * @param rule what happens in it
 */
record Toy(Rule rule) implements EnvironmentFactory {
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
    private static final TensorSpec ACTION =
            TensorSpec.vector(Layout.ACTION, List.of(new Channel("nothing", "1", -1, 1)), Scaling.NONE, -1, 1, 1);

    /** What happens: where a dot begins, where it goes, and how it looks. */
    interface Rule extends Serializable {
        Dot start(SplittableRandom random, long seed);

        Dot next(Dot dot);

        boolean ink(Dot dot, int pixel);
    }

    /**
     * Where a dot is and how fast it goes.
     *
     * @param x m
     * @param speed m a step
     * @param seed of its noise
     */
    record Dot(double x, double speed, long seed) implements Snapshot {
        Dot at(double newX, double newSpeed) {
            return new Dot(newX, newSpeed, seed);
        }

        /**
         * Randomness of this moment: of the seed and of where the dot is. Copies of a particle have one seed; a little apart, they
         * meet with different noise.
         */
        SplittableRandom noise() {
            return new SplittableRandom(Seeds.child(seed, Double.doubleToLongBits(x) ^ Double.doubleToLongBits(speed)));
        }

        /** The pixel that it is in, on a ring. */
        int pixel() {
            return Math.floorMod((int) Math.floor(x), PIXELS);
        }
    }

    /** An episode of it. */
    Recording recording(long seed, int steps) {
        Dot dot = begun(new Start.Seed(seed));
        boolean[] pixels = new boolean[steps * PIXELS];
        for (int t = 0; t < steps; t++) {
            draw(dot, pixels, t);
            dot = rule.next(dot);
        }
        String id = Episode.idOf("dot", Long.toString(seed));
        return Recording.of(new Episode(
                id,
                List.of(Tensor.ofBits(FRAME, pixels), Tensor.ofFloats(ACTION, new float[steps])),
                new Provenance("rollout", "dot", "0", "none", seed, "test", id, Split.TEST, Provenance.SplitBy.HASH)));
    }

    private Dot begun(Start start) {
        if (start instanceof Start.Seed drawn) {
            return rule.start(new SplittableRandom(drawn.seed()), drawn.seed());
        }
        return start instanceof Start.State state
                ? new Dot(state.state().get(0), state.state().get(3), state.seed())
                : (Dot) ((Start.Restored) start).snapshot();
    }

    private void draw(Dot dot, boolean[] pixels, int row) {
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            pixels[row * PIXELS + pixel] = rule.ink(dot, pixel);
        }
    }

    @Override
    public String world() {
        return "dot";
    }

    @Override
    public String identity() {
        return rule.toString();
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

    private final class Dots implements Environment {
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
            starts.forEach(start -> dots.add(begun(start)));
            return observed();
        }

        @Override
        public List<Tensor> step(Tensor action) {
            dots.replaceAll(rule::next);
            return observed();
        }

        private List<Tensor> observed() {
            boolean[] pixels = new boolean[worlds * PIXELS];
            float[] states = new float[worlds * 4];
            float[] speeds = new float[worlds * 3];
            for (int n = 0; n < worlds; n++) {
                draw(dots.get(n), pixels, n);
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
