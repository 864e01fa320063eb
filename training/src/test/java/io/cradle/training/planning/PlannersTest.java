package io.cradle.training.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannersTest {
    private static final SearchConfig SEARCH = new SearchConfig(64, 8, 8, 0.1, 0.02, 0.7, 0.5);
    private static final int HORIZON = 8;
    /** Far away in both directions: the best is to push with all might, always. */
    private static final Goal FAR = new BodyGoal(List.of(0, 1), List.of(9f, -9f), 0.05);

    @ParameterizedTest
    @EnumSource(names = {"CEM", "MPPI"})
    void comesWithinFivePercentOfTheBestThereIs(PlannerKind kind) {
        double idle = valueOf(Plan.idle(HORIZON, action()));
        double best = valueOf(always(1, -1));
        double found = valueOf(planned(kind, 1));
        assertThat((best - found) / (best - idle)).isBetween(0.0, 0.05);
        assertThat(found).isGreaterThan(valueOf(planned(PlannerKind.RANDOM, 1)));
    }

    @Test
    void theBestIsWhatMechanicsSay() {
        // After t steps of full push the point has come 0.02 t (t + 1) / 2 nearer in both directions.
        double start = distanceAtStart();
        double expected = 0;
        for (int t = 1; t <= HORIZON; t++) {
            expected -= start - 0.02 * t * (t + 1) / 2;
        }
        assertThat(valueOf(always(1, -1))).isCloseTo(expected, within(1e-4));
    }

    @ParameterizedTest
    @EnumSource
    void aPlanIsAPureFunctionOfItsSeed(PlannerKind kind) {
        assertThat(planned(kind, 5)).isEqualTo(planned(kind, 5)).isNotEqualTo(planned(kind, 6));
    }

    @Test
    void nothingIsEarnedAfterTheGoal() {
        Goal near = new BodyGoal(List.of(0), List.of(start().get(0)), 0.5);
        try (Imagination one = new Imagination(PointMass.TRUE, Knowledge.STATE, 1, 1)) {
            double value = one.scene(seed -> new Start.Seed(3), near).returns(List.of(always(1, 0)), 1)[0];
            assertThat(value).isCloseTo(1 - 0.02, within(1e-6));
        }
    }

    @Test
    void samplesOfOneCandidateAreAveraged() {
        List<Long> asked = new ArrayList<>();
        try (Imagination many = new Imagination(PointMass.TRUE, Knowledge.STATE, 2, 3)) {
            double[] values = many.scene(
                            seed -> {
                                asked.add(seed);
                                return new Start.Seed(seed);
                            },
                            FAR)
                    .returns(List.of(always(1, -1), always(1, -1)), 1);
            assertThat(values[0]).isEqualTo(values[1]);
        }
        assertThat(asked).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void sharesFollowReturnsAndTemperature() {
        double[] even = PathIntegral.shares(new double[] {-1000, -1000}, 0.1);
        assertThat(even).containsExactly(0.5, 0.5);
        double[] cold = PathIntegral.shares(new double[] {0, Math.log(2)}, 1);
        assertThat(cold[1] / cold[0]).isCloseTo(2, within(1e-12));
        assertThat(Arrays.stream(cold).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatIsLeftOfAPlanEndsIdle() {
        Plan left = Plan.of(2, new double[] {0.1, 0.2, 0.3, 0.4, 5, -5}).after(1);
        assertThat(left.action(0)).containsExactly(0.3f, 0.4f);
        assertThat(left.action(1)).containsExactly(1, -1);
        assertThat(left.action(2)).containsExactly(0, 0);
        assertThat(left.after(9)).isEqualTo(Plan.idle(3, action()));
    }

    private static Plan planned(PlannerKind kind, long seed) {
        try (Imagination imagination = new Imagination(PointMass.TRUE, Knowledge.STATE, SEARCH.candidates(), 1)) {
            Scene scene = imagination.scene(ignored -> new Start.Seed(3), FAR);
            return Planner.of(kind, SEARCH).plan(scene, Plan.idle(HORIZON, action()), seed);
        }
    }

    private static double valueOf(Plan plan) {
        try (Imagination one = new Imagination(PointMass.TRUE, Knowledge.STATE, 1, 1)) {
            return one.scene(ignored -> new Start.Seed(3), FAR).returns(List.of(plan), 1)[0];
        }
    }

    private static double distanceAtStart() {
        List<Float> start = start();
        return (9 - start.get(0) + start.get(1) + 9) / 2;
    }

    private static List<Float> start() {
        try (Environment world = PointMass.TRUE.open(1)) {
            float[] seen = world.reset(List.of(new Start.Seed(3))).get(0).floats();
            return List.of(seen[0], seen[1]);
        }
    }

    private static Plan always(double x, double y) {
        double[] numbers = new double[2 * HORIZON];
        Arrays.setAll(numbers, i -> i % 2 == 0 ? x : y);
        return Plan.of(2, numbers);
    }

    private static TensorSpec action() {
        try (Environment world = PointMass.TRUE.open(1)) {
            return world.action();
        }
    }
}
