package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    private static final List<Double> RANKS = List.of(0.0, 0.01, 0.25, 0.5, 0.75, 0.9, 1.0);

    @Property(tries = 200)
    void anyOrderAndAnySplitGivesTheSameBits(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
            @ForAll @IntRange(max = 60) int cutAt,
            @ForAll @IntRange(max = 99) int seed)
            throws IOException, ClassNotFoundException {
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        int cut = Math.min(cutAt, values.size());
        Quantiles halves = of(shuffled.subList(cut, values.size())).add(shipped(of(shuffled.subList(0, cut))));
        Quantiles whole = of(values);
        assertThat(halves.count()).isEqualTo(values.size());
        assertThat(halves.least()).isEqualTo(Collections.min(values));
        assertThat(halves.greatest()).isEqualTo(Collections.max(values));
        RANKS.forEach(rank -> assertThat(halves.at(rank)).isEqualTo(whole.at(rank)));
    }

    @Property(tries = 200)
    void aQuantileIsWithinAThousandthOfTheTrueOne(
            @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = -1e4, max = 1e4) Double> values,
            @ForAll @DoubleRange(min = 0, max = 1) double rank) {
        List<Double> sorted = values.stream().sorted().toList();
        double place = rank * (values.size() - 1);
        double below = sorted.get((int) Math.floor(place));
        double above = sorted.get((int) Math.ceil(place));
        assertThat(of(values).at(rank))
                .isBetween(below - Quantiles.ERROR * Math.abs(below), above + Quantiles.ERROR * Math.abs(above));
    }

    @Test
    void ofNothingThereIsNoQuantile() {
        assertThat(Quantiles.none().count()).isZero();
        assertThatThrownBy(() -> Quantiles.none().at(0.5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot tell a quantile: there is no value");
    }

    private static Quantiles of(List<Double> values) {
        Quantiles quantiles = Quantiles.none();
        values.forEach(quantiles::add);
        return quantiles;
    }

    /** As it arrives at another machine. */
    private static Quantiles shipped(Quantiles quantiles) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(quantiles);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Quantiles) in.readObject();
        }
    }
}
