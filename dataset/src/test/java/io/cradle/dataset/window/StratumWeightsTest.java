package io.cradle.dataset.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StratumWeightsTest {
    private static final WindowSpec FOUR = new WindowSpec(3, 1, 1);

    private static String parity(Stretch stretch) {
        return Integer.parseInt(stretch.episode()) % 2 == 0 ? "even" : "odd";
    }

    @Property(tries = 200)
    void eachStratumHasItsShareOfAPassHoweverLongItsEpisodesAre(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 4, max = 60) Integer> steps,
            @ForAll @IntRange(min = 1, max = 9) int share,
            @ForAll long seed) {
        List<Stretch> stretches = Addresses.stretches(steps);
        WindowSampler sampler = WindowSampler.weighted(
                stretches,
                FOUR,
                StratumWeights.of(
                        stretches,
                        FOUR,
                        StratumWeightsTest::parity,
                        Map.of("even", share / 10.0, "odd", 1 - share / 10.0)));
        double phase = WindowSampler.phase(seed, 0);
        long even = LongStream.range(0, sampler.size())
                .filter(place -> parity(sampler.at(phase, place).stretch()).equals("even"))
                .count();

        assertThat((double) even)
                .as("of %d places, episodes take turns and each is off by less than one", sampler.size())
                .isCloseTo(sampler.size() * share / 10.0, Offset.offset((double) steps.size()));
    }

    @Test
    void aStratumWithoutAShareIsNeverDrawn() {
        List<Stretch> stretches = Addresses.stretches(List.of(10, 20, 30));
        WindowSampler sampler = WindowSampler.weighted(
                stretches, FOUR, StratumWeights.of(stretches, FOUR, StratumWeightsTest::parity, Map.of("odd", 2.0)));

        assertThat(sampler.size()).isEqualTo(17);
        assertThat(IntStream.range(0, 17).mapToObj(place -> sampler.at(0.3, place)))
                .extracting(WindowAddress::episode)
                .containsOnly("1");
    }

    @Test
    void aShareOfNothingIsRefused() {
        List<Stretch> stretches = Addresses.stretches(List.of(10, 3));
        assertThatThrownBy(() ->
                        StratumWeights.of(stretches, FOUR, StratumWeightsTest::parity, Map.of("even", 1.0, "odd", 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot draw from stratum 'odd': it has a share of 1.0 and no window; leave it out, or add longer episodes");
    }
}
