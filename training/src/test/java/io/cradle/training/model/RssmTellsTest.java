package io.cradle.training.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stochastic state is told what the past leaves open, and nothing else. */
class RssmTellsTest {
    private static final int STEPS = 6;

    /** Normal variables are told more than the one bit: their prior has one side, where the ring has two. */
    @ParameterizedTest
    @ValueSource(ints = {4, 0})
    void aHiddenWayIsToldAtTheFirstStepAndNeverAgain(int classes) {
        double[] told = told(new Ring(false), classes);
        assertThat(told[0]).isBetween(0.9, classes == 0 ? 1.6 : 1.2);
        for (int t = 1; t < told.length; t++) {
            assertThat(told[t]).as("step %d", t + 1).isLessThan(0.1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 0})
    void whereAllIsSeenNothingIsTold(int classes) {
        double[] told = told(new Ring(true), classes);
        for (int t = 0; t < told.length; t++) {
            assertThat(told[t]).as("step %d", t + 1).isLessThan(0.1);
        }
    }

    /** Mean divergence of posterior and prior at steps 1, 2 … of episodes that were not learnt from, bits. */
    private static double[] told(Ring ring, int classes) {
        RssmConfig sizes = new RssmConfig(32, 4, classes, 32, true, 8, 0.5, 0);
        WorldModel model = Fits.trained(
                new RssmShape(STEPS, Ring.SENSES, sizes, HeadConfig.PLAIN),
                400,
                random -> ring.windows(32, STEPS + 1, random));
        List<Recording> unseen = ring.recordings(50, STEPS + 1, new Random(2));
        double[] told = new double[STEPS];
        double from = from(model, unseen, 1);
        for (int t = 0; t < STEPS; t++) {
            double later = t + 2 > STEPS ? 0 : from(model, unseen, t + 2);
            told[t] = from - later;
            from = later;
        }
        return told;
    }

    /** Sum of the divergences from a step on, along the same trajectories whatever the step. */
    private static double from(WorldModel model, List<Recording> recordings, int first) {
        return recordings.stream()
                .mapToDouble(recording ->
                        model.bounds(recording, first).orElseThrow().divergence() * (recording.steps() - first))
                .average()
                .orElseThrow();
    }
}
