package io.cradle.training.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.Window;
import io.cradle.training.dl4j.NetworkLearners;
import io.cradle.training.dl4j.RssmBatch;
import io.cradle.training.learner.Learner;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * A world whose likelihood is known: x_{t+1} = 0.9 x_t + 0.3 w_t is seen as y_t = x_t + 0.3 v_t, with w and v standard normal. No model says y
 * better than the Kalman filter does, and a bound that came below its likelihood would be none. The recurrent state is told y, so that it can be
 * the filter by itself; {@link RssmTellsTest} has what the stochastic one is for.
 */
class RssmKalmanTest {
    private static final double KEPT = 0.9;
    private static final double NOISE = 0.3;
    private static final int STEPS = 12;
    private static final int BATCH = 32;
    private static final int ROUNDS = 800;
    private static final double NEAR = 0.05;

    private static final RssmShape SHAPE =
            new RssmShape(STEPS, new Senses(1, 1, 1, 1), new RssmConfig(16, 1, 0, 32, true, 1, 0, 0), HeadConfig.PLAIN);

    @Test
    void theBoundComesNearToTheKalmanFiltersLikelihoodAndNeverBelow() {
        WorldModel model = trained();
        Random random = new Random(2);
        double elbo = 0;
        double iwae = 0;
        double kalman = 0;
        int recordings = 100;
        for (int n = 0; n < recordings; n++) {
            List<Tensor> world = world(random);
            Bounds bounds = model.bounds(recording(world), 1).orElseThrow();
            assertThat(bounds.iwae()).isLessThanOrEqualTo(bounds.elbo());
            elbo += bounds.elbo() * Math.log(2) / recordings;
            iwae += bounds.iwae() * Math.log(2) / recordings;
            kalman += kalman(world.get(2)) / recordings;
        }
        assertThat(elbo).isBetween(kalman - 0.01, kalman + NEAR);
        assertThat(iwae).isBetween(kalman - 0.01, elbo);
    }

    private static WorldModel trained() {
        MapSchedule rate = new MapSchedule.Builder(ScheduleType.ITERATION)
                .add(0, 3e-3)
                .add(ROUNDS / 2, 1e-3)
                .add(ROUNDS * 4 / 5, 2e-4)
                .build();
        Random random = new Random(1);
        try (Learner<MultiDataSet> learner = new NetworkLearners(SHAPE, 3, 1e-3, rate).create()) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Window> windows = IntStream.range(0, BATCH)
                        .mapToObj(n -> new Window("e" + n, 0, world(random)))
                        .toList();
                learner.fit(RssmBatch.of(windows, SHAPE));
            }
            return SHAPE.model(learner.state().parameters());
        }
    }

    /** An empty frame of one pixel, an action that does nothing, and y. */
    private static List<Tensor> world(Random random) {
        double x = NOISE / Math.sqrt(1 - KEPT * KEPT) * random.nextGaussian();
        float[] seen = new float[STEPS + 1];
        for (int t = 0; t <= STEPS; t++) {
            seen[t] = (float) (x + NOISE * random.nextGaussian());
            x = KEPT * x + NOISE * random.nextGaussian();
        }
        return List.of(
                Tensor.ofBits(TensorSpec.frame(Layout.FRAME, 1, 1, 10), new boolean[STEPS + 1]),
                numbers(Layout.ACTION, new float[STEPS + 1]),
                numbers(Layout.PROPRIO, seen));
    }

    private static Tensor numbers(String name, float[] values) {
        return Tensor.ofFloats(
                TensorSpec.vector(name, List.of(new Channel("y", "1", -10, 10)), Scaling.NONE, -10, 10, 10), values);
    }

    private static Recording recording(List<Tensor> world) {
        String id = Episode.idOf("kalman", "0", "0");
        return Recording.of(new Episode(
                id,
                world,
                new Provenance("test", "Kalman", "0", "none", 0, "test", id, Split.TEST, Provenance.SplitBy.SOURCE)));
    }

    /** Mean -ln p(y_t | y_0 … y_{t-1}) for t of at least 1 (Kalman, 1960). */
    private static double kalman(Tensor seen) {
        double mean = 0;
        double variance = NOISE * NOISE / (1 - KEPT * KEPT);
        double nats = 0;
        for (int t = 0; t <= STEPS; t++) {
            double off = seen.floats(t)[0] - mean;
            double expected = variance + NOISE * NOISE;
            nats += t == 0 ? 0 : off * off / (2 * expected) + Math.log(2 * Math.PI * expected) / 2;
            double gain = variance / expected;
            mean = KEPT * (mean + gain * off);
            variance = KEPT * KEPT * (1 - gain) * variance + NOISE * NOISE;
        }
        return nats / STEPS;
    }
}
