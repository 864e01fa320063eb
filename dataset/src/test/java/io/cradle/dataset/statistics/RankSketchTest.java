package io.cradle.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankSketchTest {
    private static final int NUMBERS = 50_000;
    private static final double[] RANKS = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    @Test
    void theStatedErrorIsThatOfTheLibrary() {
        assertThat(RankSketch.ERROR).isBetween(0.005, 0.008);
    }

    /** The bound holds in 99 of 100 cases: of 280 quantiles about 3 may lie outside, and none at twice the distance. */
    @Test
    void ranksAreWithinTheStatedErrorHoweverTheNumbersAreCut() {
        int outside = 0;
        int all = 0;
        for (int parts : new int[] {1, 2, 7, 31}) {
            for (int seed = 0; seed < 10; seed++) {
                double[] numbers = numbers(seed);
                RankSketch sketch = merged(numbers, parts);
                Arrays.sort(numbers);
                for (double rank : RANKS) {
                    double miss = miss(numbers, sketch.at(rank), rank);
                    assertThat(miss).isLessThan(2.5 * RankSketch.ERROR);
                    outside += miss > RankSketch.ERROR ? 1 : 0;
                    all++;
                }
            }
        }
        assertThat(all).isEqualTo(280);
        assertThat(outside).isLessThan(15);
    }

    /** Uniform, normal and heavy-tailed by turns. */
    private static double[] numbers(int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, NUMBERS)
                .mapToDouble(i -> switch (seed % 3) {
                    case 0 -> random.nextDouble();
                    case 1 -> random.nextGaussian() * 3 - 1;
                    default -> Math.exp(4 * random.nextGaussian());
                })
                .toArray();
    }

    private static RankSketch merged(double[] numbers, int parts) {
        RankSketch sum = new RankSketch();
        for (int part = 0; part < parts; part++) {
            RankSketch sketch = new RankSketch();
            for (int i = part; i < numbers.length; i += parts) {
                sketch.add(numbers[i]);
            }
            sum.add(sketch);
        }
        return sum;
    }

    private static double miss(double[] sorted, double quantile, double rank) {
        int below = Arrays.binarySearch(sorted, quantile);
        assertThat(below).as("a quantile is one of the numbers").isNotNegative();
        return Math.abs((double) below / sorted.length - rank);
    }

    @Test
    void fewNumbersAreKeptAsTheyAre() {
        RankSketch sketch = new RankSketch();
        IntStream.range(0, RankSketch.EXACT).forEach(sketch::add);

        assertThat(sketch.at(0.5)).isEqualTo(RankSketch.EXACT / 2.0);
        assertThat(sketch.at(0.25)).isEqualTo(RankSketch.EXACT / 4.0);
    }

    @Test
    void itSurvivesTheWayToAnotherMachine() throws IOException, ClassNotFoundException {
        RankSketch sketch = merged(numbers(1), 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sketch);
        }
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        RankSketch arrived = (RankSketch) in.readObject();

        assertThat(bytes.size()).isLessThan(20_000);
        for (double rank : RANKS) {
            assertThat(arrived.at(rank)).isEqualTo(sketch.at(rank));
        }
    }
}
