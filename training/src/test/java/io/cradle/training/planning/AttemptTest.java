package io.cradle.training.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Layout;
import io.cradle.training.evaluation.Bootstrap;
import io.cradle.training.evaluation.Interval;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptTest {
    private static final SearchConfig SEARCH = new SearchConfig(32, 3, 6, 0.1, 0.05, 0.7, 0.5);

    @ParameterizedTest
    @EnumSource
    void whoPlansInTheTrueWorldReachesItsGoals(Knowledge knowledge) {
        PlanningResult planned = result(PlannerKind.CEM, PointMass.TRUE, knowledge);
        PlanningResult random = result(PlannerKind.RANDOM, PointMass.TRUE, knowledge);
        assertThat(planned.success().mean()).isGreaterThan(0.9);
        assertThat(random.success().high()).isLessThan(planned.success().low());
        assertThat(planned.stepsToSuccess().orElseThrow().mean()).isLessThan(25);
        assertThat(random.real().mean()).isLessThan(planned.real().mean());
    }

    @Test
    void inTheTrueWorldPlansKeepEveryBitOfTheirPromise() {
        assertThat(result(PlannerKind.MPPI, PointMass.TRUE, Knowledge.STATE).attempts())
                .allMatch(attempt -> attempt.promised() == attempt.kept());
    }

    @Test
    void aWorldThatPushesHarderThanTheTrueOnePromisesTooMuch() {
        PlanningResult fooled = result(PlannerKind.CEM, new PointMass(0.06, Layout.PROPRIO, 10), Knowledge.SEEN);
        assertThat(fooled.gap().liesAboveZero()).isTrue();
        assertThat(fooled.gap().mean())
                .isCloseTo(fooled.promised().mean() - fooled.kept().mean(), within(1e-9));
    }

    @Test
    void anAttemptIsAPureFunctionOfItsNumber() {
        Contestant contestant = contestant(PlannerKind.CEM, PointMass.TRUE, Knowledge.SEEN);
        try (Attempt one = new Attempt(contestant, PointMass.TRUE, config(30));
                Attempt other = new Attempt(contestant, PointMass.TRUE, config(30))) {
            Pursuit second = one.run(1);
            other.run(0);
            assertThat(timeless(other.run(1))).isEqualTo(timeless(second));
            assertThat(other.run(2).beginning()).isNotEqualTo(second.beginning());
        }
    }

    @Test
    void aWorldThatDoesNotShowTheRobotIsRefused() {
        PointMass blind = new PointMass(0.02, "elsewhere", 10);
        assertThatThrownBy(
                        () -> contestant(PlannerKind.CEM, blind, Knowledge.SEEN).requireAble(PointMass.TRUE))
                .hasMessage(
                        "Cannot plan in toy of 'PointMass': it doesn't predict 'proprio', it shows [elsewhere]; name a model that was trained on a table with a robot's 'proprio'");
        PointMass faster = new PointMass(0.02, Layout.PROPRIO, 20);
        assertThatThrownBy(() ->
                        contestant(PlannerKind.CEM, faster, Knowledge.SEEN).requireAble(PointMass.TRUE))
                .hasMessageContaining(
                        "Cannot plan in toy of 'PointMass' for world 'PointMass': its 'proprio' of shape [3]");
        contestant(PlannerKind.CEM, PointMass.TRUE, Knowledge.SEEN).requireAble(PointMass.TRUE);
    }

    /** Brown, Cai, DasGupta, "Interval estimation for a binomial proportion", 2001: the formula, worked by hand. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0, 0.2775", "5, 10, 0.2366, 0.7634", "10, 10, 0.7225, 1", "191, 200, 0.9168, 0.9761"})
    void sharesHaveWilsonsInterval(int successes, int trials, double low, double high) {
        Interval share = PlanningResult.share(successes, trials);
        assertThat(share.mean()).isEqualTo((double) successes / trials);
        assertThat(share.low()).isCloseTo(low, within(1e-4));
        assertThat(share.high()).isCloseTo(high, within(1e-4));
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new SearchConfig(8, 1, 9, 0, 1, 1, 0)).hasMessageContaining("elites=9");
        assertThatThrownBy(() -> new SearchConfig(8, 1, 2, 0, 0, 1, 0)).hasMessageContaining("temperature=0");
        assertThatThrownBy(() -> new SearchConfig(8, 1, 2, 1, 1, 1, 0)).hasMessageContaining("momentum=1");
        assertThatThrownBy(() -> config(0)).hasMessageContaining("plan.steps=0");
    }

    private static Pursuit timeless(Pursuit run) {
        return new Pursuit(
                run.episode(),
                run.reached(),
                run.steps(),
                run.beginning(),
                run.end(),
                run.real(),
                run.plans(),
                run.promised(),
                run.kept(),
                0);
    }

    private static PlanningResult result(PlannerKind planner, PointMass world, Knowledge knowledge) {
        Contestant contestant = contestant(planner, world, knowledge);
        try (Attempt attempt = new Attempt(contestant, PointMass.TRUE, config(30))) {
            List<Pursuit> all = IntStream.range(0, 40).mapToObj(attempt::run).toList();
            return PlanningResult.of(contestant, "toy", all, new Bootstrap(200, 1));
        }
    }

    private static Contestant contestant(PlannerKind planner, PointMass world, Knowledge knowledge) {
        return new Contestant(planner, "toy", world, knowledge);
    }

    private static PlanningConfig config(int steps) {
        return new PlanningConfig(
                GoalKind.BODY, 0.05, 40, steps, 1, List.of(PlannerKind.CEM), true, 10, 3, SEARCH, 1, 200, 1);
    }
}
