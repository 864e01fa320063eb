package io.cradle.dataset.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowSamplerTest {
    private static final WindowSpec FOUR = new WindowSpec(3, 1, 1);

    private static List<WindowAddress> pass(WindowSampler sampler, double phase) {
        return LongStream.range(0, sampler.size())
                .mapToObj(place -> sampler.at(phase, place))
                .toList();
    }

    @Property(tries = 300)
    void equalWeightsGiveEveryWindowOncePerPassInOrder(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 40) Integer> steps,
            @ForAll @DoubleRange(min = 0.01, max = 1_000) double weight,
            @ForAll @IntRange(min = 1, max = 5) int stride,
            @ForAll long seed) {
        WindowSpec spec = new WindowSpec(3, 1, stride);
        List<Stretch> stretches = Addresses.stretches(steps);
        List<WindowAddress> all = stretches.stream()
                .flatMap(stretch -> Windower.cut(stretch, spec).stream())
                .toList();

        double phase = WindowSampler.phase(seed, 0);
        assertThat(pass(WindowSampler.weighted(stretches, spec, stretch -> weight), phase))
                .isEqualTo(all);
        assertThat(pass(WindowSampler.uniform(stretches, spec), phase)).isEqualTo(all);
    }

    @Property(tries = 300)
    void aPassHoldsAWindowAsOftenAsItsWeightSaysRoundedUpOrDown(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 40) Integer> steps,
            @ForAll @Size(value = 12) List<@DoubleRange(min = 0, max = 10) Double> weights,
            @ForAll long seed) {
        List<Stretch> stretches = Addresses.stretches(steps);
        WindowSampler sampler =
                WindowSampler.weighted(stretches, FOUR, stretch -> weights.get(Integer.parseInt(stretch.episode())));
        Map<WindowAddress, Integer> counts = new HashMap<>();
        pass(sampler, WindowSampler.phase(seed, 3)).forEach(window -> counts.merge(window, 1, Integer::sum));

        double mass = 0;
        long windows = 0;
        for (int i = 0; i < stretches.size(); i++) {
            mass += weights.get(i) * Windower.count(stretches.get(i), FOUR);
            windows += weights.get(i) > 0 ? Windower.count(stretches.get(i), FOUR) : 0;
        }
        assertThat(sampler.size()).isEqualTo(windows);
        for (int i = 0; i < stretches.size(); i++) {
            for (WindowAddress window : Windower.cut(stretches.get(i), FOUR)) {
                double mean = weights.get(i) > 0 ? weights.get(i) * windows / mass : 0;
                assertThat((double) counts.getOrDefault(window, 0))
                        .isBetween(Math.floor(mean - 1e-9), Math.ceil(mean + 1e-9));
            }
        }
    }

    @Property(tries = 100)
    void episodesOfNoWeightAndWindowsAcrossEpisodesNeverCome(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 40) Integer> steps,
            @ForAll @Size(value = 12) List<Boolean> drawn,
            @ForAll long seed) {
        WindowSampler sampler = WindowSampler.weighted(
                Addresses.stretches(steps), FOUR, stretch -> drawn.get(Integer.parseInt(stretch.episode())) ? 0.7 : 0);
        assertThat(pass(sampler, WindowSampler.phase(seed, 0))).allSatisfy(window -> {
            assertThat(drawn.get(Addresses.episode(window))).isTrue();
            assertThat(window.firstStep() + window.steps()).isLessThanOrEqualTo(steps.get(Addresses.episode(window)));
            assertThat(window.stretch().segments())
                    .extracting(SegmentAddress::episode)
                    .containsOnly(window.episode());
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void overPassesEveryWindowComesInProportionToItsWeightWithinBinomialBounds(long seed) {
        List<Stretch> stretches = Addresses.stretches(List.of(4, 10, 33, 6));
        double[] weights = {1, 0.3, 0.05, 2.5};
        WindowSampler sampler =
                WindowSampler.weighted(stretches, FOUR, stretch -> weights[Integer.parseInt(stretch.episode())]);
        int passes = 4_000;
        Map<WindowAddress, Integer> counts = new HashMap<>();
        for (int i = 0; i < passes; i++) {
            pass(sampler, WindowSampler.phase(seed, i)).forEach(window -> counts.merge(window, 1, Integer::sum));
        }
        double mass = 1 + 0.3 * 7 + 0.05 * 30 + 2.5 * 3;
        double draws = (double) passes * sampler.size();
        for (Stretch stretch : stretches) {
            double share = weights[Integer.parseInt(stretch.episode())] / mass;
            double deviation = Math.sqrt(draws * share * (1 - share));
            for (WindowAddress window : Windower.cut(stretch, FOUR)) {
                assertThat((double) counts.get(window))
                        .as("window at %d of episode %s", window.start(), window.episode())
                        .isCloseTo(draws * share, Offset.offset(4 * deviation));
            }
        }
    }

    @Property(tries = 300)
    void theShareOfBeginningsComesBesidesThoseOfChance(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 4, max = 40) Integer> steps,
            @ForAll @Size(value = 12) List<@DoubleRange(min = 0.1, max = 10) Double> weights,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double share,
            @ForAll long seed) {
        List<Stretch> stretches = Addresses.stretches(steps);
        double begun = 0;
        double mass = 0;
        for (int i = 0; i < stretches.size(); i++) {
            begun += weights.get(i);
            mass += weights.get(i) * Windower.count(stretches.get(i), FOUR);
        }
        WindowSampler sampler = WindowSampler.weighted(
                stretches, FOUR, share, stretch -> weights.get(Integer.parseInt(stretch.episode())));
        Map<WindowAddress, Integer> counts = new HashMap<>();
        pass(sampler, WindowSampler.phase(seed, 3)).forEach(window -> counts.merge(window, 1, Integer::sum));

        for (int i = 0; i < stretches.size(); i++) {
            double chance = sampler.size() * (1 - share) * weights.get(i) / mass;
            double begins = sampler.size() * share * weights.get(i) / begun;
            List<WindowAddress> windows = Windower.cut(stretches.get(i), FOUR);
            for (WindowAddress window : windows) {
                double mean = chance + (window.equals(windows.get(0)) ? begins : 0);
                assertThat((double) counts.getOrDefault(window, 0))
                        .isCloseTo(mean, Offset.offset(2.0)); // two places, each rounded
            }
        }
    }

    @Test
    void aStretchWithinAnEpisodeHasNoBeginning() {
        Stretch whole = Addresses.stretches(List.of(20)).get(0);
        Stretch later = whole.part(5, 20);
        assertThat(WindowSampler.weighted(List.of(later), FOUR, 0.5, any -> 1).size())
                .isEqualTo(Windower.count(later, FOUR));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void sharesThatAreNoneAreRefused(double share) {
        assertThatThrownBy(() -> WindowSampler.weighted(List.of(), FOUR, share, any -> 1))
                .hasMessageContaining("Invalid share=" + share);
    }

    @Test
    void passesOfUnequalWeightsDiffer() {
        WindowSampler sampler = WindowSampler.weighted(
                Addresses.stretches(List.of(20, 20)),
                FOUR,
                stretch -> stretch.episode().equals("0") ? 1 : 2.83);
        List<List<WindowAddress>> passes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            passes.add(pass(sampler, WindowSampler.phase(9, i)));
        }
        assertThat(passes.stream().distinct().count()).isGreaterThan(1);
        assertThat(pass(sampler, WindowSampler.phase(9, 2))).isEqualTo(passes.get(2));
    }

    @Test
    void aBillionWindowsTakeTheMemoryOfTheirStretchesAlone() {
        int steps = 1_000_003;
        WindowSampler sampler =
                WindowSampler.uniform(Addresses.stretches(java.util.Collections.nCopies(1000, steps)), FOUR);

        assertThat(sampler.size()).isEqualTo(1_000_000_000L);
        for (long place : new long[] {0, 999_999, 1_000_000, 123_456_789, 999_999_999}) {
            WindowAddress window = sampler.at(WindowSampler.phase(5, 1), place);
            assertThat(Addresses.episode(window) * 1_000_000L + window.start()).isEqualTo(place);
        }
    }

    @Test
    void placesBeyondThePassAreRefusedAndNothingHasNoPlace() {
        WindowSampler sampler = WindowSampler.uniform(Addresses.stretches(List.of(5)), FOUR);
        assertThatThrownBy(() -> sampler.at(0.5, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(WindowSampler.uniform(List.of(), FOUR).size()).isZero();
        assertThat(WindowSampler.uniform(Addresses.stretches(List.of(3)), FOUR).size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void weightsThatAreNoneAreRefused(double weight) {
        assertThatThrownBy(() -> WindowSampler.weighted(Addresses.stretches(List.of(5)), FOUR, stretch -> weight))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid weight=%s of episode '0': must be finite and at least 0".formatted(weight));
    }
}
