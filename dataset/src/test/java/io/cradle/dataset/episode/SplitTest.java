package io.cradle.dataset.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Property(tries = 100)
    void aRecordingIsAlwaysInTheSameSplit(@ForAll String recording) {
        assertThat(Split.of(recording)).isEqualTo(Split.of(recording));
    }

    @Test
    void sharesAreEightyTenTen() {
        int count = 20_000;
        Map<Split, Long> shares = IntStream.range(0, count)
                .mapToObj(i -> Split.of("recording " + i))
                .collect(Collectors.groupingBy(split -> split, Collectors.counting()));

        Offset<Double> fiveSigmas = Offset.offset(5 * Math.sqrt(0.8 * 0.2 / count));
        assertThat(shares.get(Split.TRAIN) / (double) count).isCloseTo(0.8, fiveSigmas);
        assertThat(shares.get(Split.VAL) / (double) count).isCloseTo(0.1, fiveSigmas);
        assertThat(shares.get(Split.TEST) / (double) count).isCloseTo(0.1, fiveSigmas);
    }

    /** Golden: a recording that changed its split would leak TEST into TRAIN of an older table. */
    @Test
    void splitsAreTheSameForEver() {
        String second = IntStream.range(0, 60)
                .mapToObj(i -> Split.of("r" + i).name().substring(1, 2))
                .collect(Collectors.joining());
        assertThat(second).isEqualTo("RRRRRRRRRRRRRARRRRRRRRRRERRREREAEARARRRRRRRRRRRARRRRRERRRRRR");
    }
}
