package io.cradle.training.oracle;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.training.metric.FrameError;
import io.cradle.training.metric.Survival;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The horizon that chaos leaves: the true simulator goes on from the true state, of which every number is off by at most a millionth. No
 * model that sees as much can be expected to last longer.
 */
public final class Restart implements AutoCloseable {
    private static final double OFF = 1e-6;
    private static final double LOST = 0.5;

    private final Environment world;
    private final Bodies bodies;
    private final int frame;

    /**
     * Opens a copy.
     *
     * @param simulator shows frames, {@code full_state} and {@code velocity}
     */
    public Restart(EnvironmentFactory simulator) {
        world = simulator.open(1);
        bodies = new Bodies(world.observations());
        frame = world.observations().stream().map(spec -> spec.name()).toList().indexOf(Layout.FRAME);
    }

    /**
     * How long the disturbed simulator agrees with an episode.
     *
     * @param recording of this world
     * @param origin seed that the episode's start was drawn from
     * @param from number of the last true frame, at least 0
     * @param horizon steps after it
     * @param seed of the disturbance
     */
    public Survival.Life life(Recording recording, Start origin, int from, int horizon, long seed) {
        List<Tensor> observed = world.reset(List.of(origin));
        for (int t = 0; t < from; t++) {
            observed = world.step(action(recording, t));
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> state = new ArrayList<>();
        for (double value : bodies.state(observed, 0)) {
            state.add(value + OFF * (2 * random.nextDouble() - 1));
        }
        world.reset(List.of(new Start.State(state, origin instanceof Start.Seed drawn ? drawn.seed() : 0)));
        double[] iou = new double[horizon];
        for (int h = 1; h <= horizon; h++) {
            Tensor shown = world.step(action(recording, from + h - 1)).get(frame);
            iou[h - 1] = FrameError.expectedIou(shown.floats(0), recording.frame(from + h));
        }
        return Survival.life(iou, LOST);
    }

    private Tensor action(Recording recording, int t) {
        return Tensor.ofFloats(world.action(), recording.action(t));
    }

    @Override
    public void close() {
        world.close();
    }
}
