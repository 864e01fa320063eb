package io.cradle.dataset.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalancerTest {
    private static final List<Target> TARGETS = List.of(Target.NATURAL, Target.EQUAL, Target.SQUARE_ROOT);
    private static final double UNBOUNDED = 1e12;

    @Property(tries = 300)
    void quotasSumToWhatIsAskedAndExceedNoBound(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 500) Integer> counts,
            @ForAll @IntRange(max = 2) int target,
            @ForAll @IntRange(min = 1, max = 4000) int episodes,
            @ForAll @IntRange(max = 200) int most) {
        Map<String, Long> available = named(counts);
        Map<String, Quota> plan = Balancer.plan(available, config(TARGETS.get(target), episodes, most, UNBOUNDED));
        long there = available.values().stream()
                .mapToLong(count -> most == 0 ? count : Math.min(count, most))
                .sum();
        assertThat(plan.values().stream().mapToLong(Quota::chosen).sum()).isEqualTo(Math.min(episodes, there));
        plan.forEach((name, quota) -> assertThat(quota.chosen())
                .isBetween(0L, most == 0 ? available.get(name) : Math.min(most, available.get(name))));
    }

    @Property(tries = 300)
    void weightsHaveMeanOneAndRestoreTheSharesUnlessTheyAreBounded(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 500) Integer> counts,
            @ForAll @IntRange(max = 2) int target,
            @ForAll @IntRange(max = 200) int most) {
        Map<String, Quota> plan = Balancer.plan(named(counts), config(TARGETS.get(target), 0, most, UNBOUNDED));
        long chosen = plan.values().stream().mapToLong(Quota::chosen).sum();
        assertThat(mass(plan)).isCloseTo((double) chosen, within(1e-6 * chosen));
        plan.values().forEach(quota -> assertThat(quota.chosen() * quota.weight() / chosen)
                .isCloseTo(quota.share(), within(1e-9)));
    }

    @Property(tries = 300)
    void noWeightExceedsItsBoundAndTheMeanStaysOne(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 500) Integer> counts,
            @ForAll @DoubleRange(min = 1, max = 5) double bound) {
        Map<String, Quota> plan = Balancer.plan(named(counts), config(Target.EQUAL, 0, 0, bound));
        long chosen = plan.values().stream().mapToLong(Quota::chosen).sum();
        assertThat(mass(plan)).isCloseTo((double) chosen, within(1e-6 * chosen));
        assertThat(plan.values()).allMatch(quota -> quota.weight() <= bound * (1 + 1e-12));
    }

    private static double mass(Map<String, Quota> plan) {
        return plan.values().stream()
                .mapToDouble(quota -> quota.chosen() * quota.weight())
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"NATURAL, 0.1, 0.9", "EQUAL, 0.5, 0.5", "SQUARE_ROOT, 0.25, 0.75"})
    void targetsGiveTheirShares(Target target, double few, double many) {
        Map<String, Quota> plan = Balancer.plan(Map.of("few", 100L, "many", 900L), config(target, 100, 0, UNBOUNDED));
        assertThat(plan.get("few").share()).isCloseTo(few, within(1e-12));
        assertThat(plan.get("many").share()).isCloseTo(many, within(1e-12));
        assertThat(plan.get("few").chosen()).isEqualTo(Math.round(100 * few));
        assertThat(plan.get("many").chosen()).isEqualTo(Math.round(100 * many));
        assertThat(plan.values()).allMatch(quota -> Math.abs(quota.weight() - 1) < 1e-12);
    }

    @Test
    void explicitSharesAreInAnyUnitAndStrataWithoutOneGetNothing() {
        BalanceConfig config = new BalanceConfig(
                List.of(new Cut("world", null, null)), Target.EXPLICIT, Map.of("a", 30.0, "b", 10.0), 0, 0, 10, 1);
        Map<String, Quota> plan = Balancer.plan(Map.of("a", 50L, "b", 50L, "c", 50L), config);
        assertThat(plan.get("a")).isEqualTo(new Quota(50, 50, 0.75, 1.5));
        assertThat(plan.get("b")).isEqualTo(new Quota(50, 50, 0.25, 0.5));
        assertThat(plan.get("c")).isEqualTo(new Quota(50, 0, 0, 0));
    }

    @Test
    void whatAStratumLacksGoesToTheOthersAndWeightsMakeUpForIt() {
        Map<String, Quota> plan =
                Balancer.plan(Map.of("few", 10L, "many", 900L), config(Target.EQUAL, 100, 0, UNBOUNDED));
        assertThat(plan.get("few").chosen()).isEqualTo(10);
        assertThat(plan.get("many").chosen()).isEqualTo(90);
        assertThat(plan.get("few").weight()).isCloseTo(5, within(1e-12));
        assertThat(plan.get("many").weight()).isCloseTo(50.0 / 90, within(1e-12));
    }

    @Test
    void aShareOfAStratumWithoutEpisodesIsRefusedWithThoseThereAre() {
        BalanceConfig config = new BalanceConfig(
                List.of(new Cut("world", null, null)), Target.EXPLICIT, Map.of("world=Ufo", 1.0), 0, 0, 10, 1);
        assertThatThrownBy(() -> Balancer.plan(new TreeMap<>(Map.of("world=Box", 3L, "world=Car", 4L)), config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot balance: balance.shares names the stratum 'world=Ufo', which has no episode; there are {world=Box=3, world=Car=4}");
    }

    @Test
    void sharesOfNothingAreRefused() {
        BalanceConfig config = new BalanceConfig(
                List.of(new Cut("world", null, null)), Target.EXPLICIT, Map.of("world=Box", 0.0), 0, 0, 10, 1);
        assertThatThrownBy(() -> Balancer.plan(Map.of("world=Box", 3L), config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot balance: no stratum has both a share and episodes; there are {world=Box=3}, shares are {world=Box=0.0}");
    }

    @Property(tries = 100)
    void theEffectiveSizeIsAtMostWhatIsThereAndReachesItWithEqualWeights(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 500) Integer> counts) {
        long all = counts.stream().mapToLong(Integer::longValue).sum();
        double natural = Balancer.effectiveSize(Balancer.plan(named(counts), config(Target.NATURAL, 0, 0, UNBOUNDED)));
        double equal = Balancer.effectiveSize(Balancer.plan(named(counts), config(Target.EQUAL, 0, 0, UNBOUNDED)));
        assertThat(natural).isCloseTo((double) all, within(1e-6 * all));
        assertThat(equal).isLessThanOrEqualTo(all * (1 + 1e-9)).isPositive();
    }

    @Test
    void theEffectiveSizeIsKishs() {
        Map<String, Quota> plan = Map.of("a", new Quota(9, 4, 0.5, 1.5), "b", new Quota(9, 6, 0.5, 0.5));
        assertThat(Balancer.effectiveSize(plan)).isCloseTo(81 / 10.5, within(1e-12));
        assertThat(Balancer.effectiveSize(Map.of())).isZero();
    }

    @Property(tries = 50)
    void whoStaysDependsOnSeedAndIdAlone(@ForAll @IntRange(max = 1000) int seed) {
        List<String> ids = new ArrayList<>(new Random(seed)
                .longs(100)
                .mapToObj(each -> "%016x%016x".formatted(each, ~each))
                .toList());
        List<String> first = least(ids, seed);
        Collections.shuffle(ids, new Random(seed + 1));
        assertThat(least(ids, seed)).isEqualTo(first);
        assertThat(new HashSet<>(least(ids, seed + 1))).isNotEqualTo(new HashSet<>(first));
    }

    private static List<String> least(List<String> ids, long seed) {
        return ids.stream()
                .sorted(Comparator.comparing(id -> Balancer.ticket(seed, id), Long::compareUnsigned))
                .limit(30)
                .toList();
    }

    private static Map<String, Long> named(List<Integer> counts) {
        Map<String, Long> named = new TreeMap<>();
        counts.forEach(count -> named.put("stratum " + named.size(), (long) count));
        return named;
    }

    private static BalanceConfig config(Target target, int episodes, int most, double mostWeight) {
        return new BalanceConfig(
                List.of(new Cut("world", null, null)), target, Map.of(), episodes, most, mostWeight, 1);
    }
}
