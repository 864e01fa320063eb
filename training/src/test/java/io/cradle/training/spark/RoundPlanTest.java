package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.window.SegmentAddress;
import io.cradle.dataset.window.Stretch;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.dataset.window.WindowSampler;
import io.cradle.dataset.window.WindowSpec;
import io.cradle.dataset.window.Windower;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoundPlanTest {
    private static final WindowSpec THREE = new WindowSpec(2, 1, 1);

    /** Episodes "0", "1", … of 12 steps, hence 10 windows, each; the last may be shorter. */
    private static List<Stretch> stretches(int windows) {
        List<Stretch> stretches = new ArrayList<>();
        for (int left = windows; left > 0; left -= 10) {
            String episode = String.valueOf(stretches.size());
            stretches.add(Stretch.of(
                    new SegmentAddress("f", stretches.size(), episode, 0, Math.min(10, left) + 2, Split.TRAIN)));
        }
        return stretches;
    }

    private static RoundPlan plan(long seed, int windows, int workers, int examples) {
        return new RoundPlan(seed, WindowSampler.uniform(stretches(windows), THREE), workers, examples);
    }

    /** A round of one minibatch. */
    private static Round round(int index) {
        return new Round(index, index, 1);
    }

    private static List<WindowAddress> stream(RoundPlan plan, int rounds) {
        return IntStream.range(0, rounds)
                .boxed()
                .flatMap(round -> IntStream.range(0, plan.workers())
                        .boxed()
                        .flatMap(worker -> plan.share(round(round), worker).stream()))
                .toList();
    }

    private static List<WindowAddress> all(int windows) {
        return stretches(windows).stream()
                .flatMap(stretch -> Windower.cut(stretch, THREE).stream())
                .toList();
    }

    @Property(tries = 200)
    void noWindowComesAgainBeforeAllOthersCame(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int windows,
            @ForAll @IntRange(min = 1, max = 4) int workers,
            @ForAll @IntRange(min = 1, max = 30) int examples) {
        List<WindowAddress> stream = stream(plan(seed, windows, workers, examples), 5);

        assertThat(stream).hasSize(5 * workers * examples);
        for (int from = 0; from + windows <= stream.size(); from += windows) {
            assertThat(stream.subList(from, from + windows)).containsExactlyInAnyOrderElementsOf(all(windows));
        }
    }

    @Property(tries = 100)
    void equalWeightsAreTheShuffledListOfWindowsThatTrainingsHaveAlwaysHad(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int windows, @ForAll @IntRange(max = 3) int round) {
        WindowSampler weighted = WindowSampler.weighted(stretches(windows), THREE, stretch -> 1);
        List<WindowAddress> share = new RoundPlan(seed, weighted, 2, 25).share(round(round), 1);

        List<WindowAddress> all = all(windows);
        long start = (round * 2L + 1) * 25;
        for (int i = 0; i < 25; i++) {
            int[] order = shuffled(Seeds.child(seed, (start + i) / windows), windows);
            assertThat(share.get(i)).isEqualTo(all.get(order[(int) ((start + i) % windows)]));
        }
    }

    private static int[] shuffled(long seed, int windows) {
        Random random = new Random(seed);
        int[] order = new int[windows];
        for (int i = 0; i < windows; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    @Test
    void windowsComeInProportionToTheWeightOfTheirEpisode() {
        double[] weights = {1, 0, 0.5, 2.5};
        WindowSampler sampler =
                WindowSampler.weighted(stretches(40), THREE, stretch -> weights[Integer.parseInt(stretch.episode())]);
        Map<String, Long> counts = stream(new RoundPlan(3, sampler, 2, 100), 60).stream()
                .collect(Collectors.groupingBy(WindowAddress::episode, Collectors.counting()));

        assertThat(counts).as("12,000 draws by 1 : 0 : 0.5 : 2.5").containsOnlyKeys("0", "2", "3");
        assertThat(counts.get("0")).isBetween(2_940L, 3_060L);
        assertThat(counts.get("2")).isBetween(1_440L, 1_560L);
    }

    @Test
    void everyPassHasAnOrderOfItsOwn() {
        RoundPlan plan = plan(1, 100, 1, 100);
        assertThat(plan.share(round(0), 0)).isNotEqualTo(plan.share(round(1), 0));
    }

    @Test
    void theSameSeedGivesTheSameSharesAndAnotherSeedOthers() {
        RoundPlan plan = plan(1, 100, 2, 50);
        assertThat(plan.share(round(3), 1)).isEqualTo(plan(1, 100, 2, 50).share(round(3), 1));
        assertThat(plan.share(round(3), 1)).isNotEqualTo(plan(2, 100, 2, 50).share(round(3), 1));
    }

    @Test
    void roundsOfAnyLengthFollowOneAnotherWithoutAGap() {
        RoundPlan plan = plan(1, 1000, 2, 5);
        List<WindowAddress> shares = new ArrayList<>();
        for (Round round : List.of(new Round(0, 0, 1), new Round(1, 1, 1), new Round(2, 2, 7), new Round(3, 9, 3))) {
            shares.addAll(plan.share(round, 0));
            shares.addAll(plan.share(round, 1));
        }
        assertThat(shares).isEqualTo(plan.share(0L, 12 * 2 * 5L));
    }

    @Test
    void noWindowIsAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> plan(1, 0, 2, 50))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot train: there is no window; generate more episodes");
    }
}
