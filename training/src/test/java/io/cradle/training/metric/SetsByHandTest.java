package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Distances between sets so small that they can be worked out by hand, or by writing the definition down. */
class SetsByHandTest {
    private static double[][] rows(double... numbers) {
        return Arrays.stream(numbers).mapToObj(number -> new double[] {number}).toArray(double[][]::new);
    }

    private static double[][] random(int count, int dimensions, double shift, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(n -> random.doubles(dimensions).map(u -> u + shift).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void frechetOfTwoPairsIsThatOfTheirMeansAndDeviations() {
        // Means 1 and 4, variances (n − 1 below) 2 and 8: 9 + 2 + 8 − 2 √16
        assertThat(Frechet.distance(rows(0, 2), rows(2, 6))).isCloseTo(11, within(1e-9));
    }

    @Test
    void frechetSeesThatTwoNumbersGoTogether() {
        double[][] apart = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
        double[][] together = {{1, 1}, {1, 1}, {-1, -1}, {-1, -1}};
        // Σ1 = 4/3 I; Σ2 = 4/3 [1 1; 1 1] with eigenvalues 8/3 and 0: 8/3 + 8/3 − 2 √(4/3 · 8/3)
        double expected = 16 / 3.0 - 2 * Math.sqrt(32 / 9.0);

        assertThat(Frechet.distance(apart, together)).isCloseTo(expected, within(1e-9));
        assertThat(Frechet.distance(together, apart)).isCloseTo(expected, within(1e-6));
        assertThat(Frechet.distance(together, together)).isCloseTo(0, within(1e-6));
    }

    @Test
    void kernelDistanceOfTwoPairsIsASumOfCubes() {
        // (0·1 + 1)³ + (2·3 + 1)³ − 2 · mean of (0·2 + 1)³, (0·3 + 1)³, (1·2 + 1)³, (1·3 + 1)³
        assertThat(KernelDistance.squared(rows(0, 1), rows(2, 3))).isCloseTo(1 + 343 - 93 / 2.0, within(1e-9));
        // In two dimensions the product is halved: k((2, 0), (1, 5)) = 8, k((0, 2), (1, 5)) = 216, k((2, 0), (0, 2)) =
        // 1
        assertThat(KernelDistance.squared(new double[][] {{2, 0}, {0, 2}}, new double[][] {{1, 5}, {1, 5}}))
                .isCloseTo(1 + 14 * 14 * 14 - 2 * (8 + 216) / 2.0, within(1e-9));
    }

    @Test
    void kernelDistanceOfASetFromItselfIsNotAboveZero() {
        double[][] set = random(50, 3, 0, 1);
        assertThat(KernelDistance.squared(set, set)).isNegative();
        assertThat(KernelDistance.squared(set, random(50, 3, 1, 2))).isGreaterThan(1);
    }

    @Test
    void aShiftedRowOfPlacesIsCoveredByAsMuchAsOverlaps() {
        double[][] truth = rows(IntStream.range(0, 20).asDoubleStream().toArray());
        double[][] made = rows(IntStream.range(10, 30).asDoubleStream().toArray());
        // The fifth neighbour lies 3 away inside, 5 away at an end, 4 one from it, 3 two from it.
        Manifold manifold = Manifold.of(truth, made);

        assertThat(manifold.precision()).isEqualTo(15 / 20.0); // 10 … 24: the last one, 19, reaches to 24
        assertThat(manifold.recall()).isEqualTo(15 / 20.0); // 5 … 19: the first one, 10, reaches to 5
        assertThat(manifold.coverage()).isEqualTo(13 / 20.0); // 7 … 19 reach to 10
        // 7, 8 … 17 each hold what of ±3 is made: 1, 2, 3, 4, 5, 6, 7, 7, 7, 7, 7; 18 ± 4 holds 9, 19 ± 5 holds 11
        assertThat(manifold.density()).isCloseTo((1 + 2 + 3 + 4 + 5 + 6 + 5 * 7 + 9 + 11) / 5.0 / 20, within(1e-12));
    }

    @Property(tries = 20)
    void manifoldsAgreeWithTheirDefinitions(@ForAll @IntRange(max = 100_000) int seed) {
        double[][] truth = random(15, 2, 0, seed);
        double[][] made = random(12, 2, 0.4, seed + 1L);
        Manifold manifold = Manifold.of(truth, made);

        assertThat(manifold.precision()).isEqualTo(inside(made, truth));
        assertThat(manifold.recall()).isEqualTo(inside(truth, made));
        double covered = 0;
        double balls = 0;
        for (double[] one : truth) {
            long held = Arrays.stream(made)
                    .filter(other -> away(one, other) <= radius(one, truth))
                    .count();
            covered += held > 0 ? 1 : 0;
            balls += held;
        }
        assertThat(manifold.coverage()).isEqualTo(covered / truth.length);
        assertThat(manifold.density()).isCloseTo(balls / 5 / made.length, within(1e-12));
    }

    /** Share of points in a ball of one of the centres. */
    private static double inside(double[][] points, double[][] centres) {
        return Arrays.stream(points)
                        .filter(point -> Arrays.stream(centres)
                                .anyMatch(centre -> away(point, centre) <= radius(centre, centres)))
                        .count()
                / (double) points.length;
    }

    private static double radius(double[] one, double[][] all) {
        return Arrays.stream(all)
                .filter(other -> other != one)
                .mapToDouble(other -> away(one, other))
                .sorted()
                .skip(4)
                .findFirst()
                .orElseThrow();
    }

    private static double away(double[] left, double[] right) {
        return (left[0] - right[0]) * (left[0] - right[0]) + (left[1] - right[1]) * (left[1] - right[1]);
    }

    @Test
    void manifoldsOfFewerThanSixAreRefused() {
        assertThatThrownBy(() -> Manifold.of(random(5, 1, 0, 1), random(9, 1, 0, 1)))
                .hasMessageContaining("5 and 9 features");
    }

    @Test
    void swappedNumbersAreFarFromTheTruth() {
        List<double[]> truth = new ArrayList<>(List.of(random(200, 2, 0, 1)));
        truth.forEach(row -> row[1] = 5 + 3 * row[1]);
        List<double[]> swapped =
                truth.stream().map(row -> new double[] {row[1], row[0]}).toList();
        Likeness same = Likeness.of(truth, truth);
        Likeness other = Likeness.of(truth, swapped);

        assertThat(same.frechet()).isCloseTo(0, within(1e-6));
        assertThat(same.manifold())
                .extracting(Manifold::precision, Manifold::recall, Manifold::coverage)
                .containsExactly(1.0, 1.0, 1.0);
        assertThat(other.frechet()).isGreaterThan(50);
        assertThat(other.kernel()).isGreaterThan(same.kernel() + 50);
        assertThat(other.manifold()).isEqualTo(new Manifold(0, 0, 0, 0));
    }
}
