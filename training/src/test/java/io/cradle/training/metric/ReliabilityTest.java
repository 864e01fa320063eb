package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    private static final int BINS = 15;

    private static Reliability counted(double[] said, boolean[] came) {
        Reliability counted = new Reliability();
        for (int i = 0; i < said.length; i++) {
            counted.add(said[i], came[i]);
        }
        return counted;
    }

    /** Events that come as often as a distortion of what was said. */
    private static boolean[] events(double[] said, Random random, double bias) {
        boolean[] came = new boolean[said.length];
        for (int i = 0; i < came.length; i++) {
            came[i] = random.nextDouble() < said[i] + bias;
        }
        return came;
    }

    @Test
    void whatIsSaidThreeTimesInTenAndComesFourTimesIsOffByATenth() {
        Reliability counted = new Reliability();
        for (int i = 0; i < 10; i++) {
            counted.add(0.3, i < 4);
        }
        assertThat(counted.error()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void mistakesEitherWayDoNotCancel() {
        Reliability counted = new Reliability();
        for (int i = 0; i < 100; i++) {
            counted.add(0.2, i < 30); // too rarely said
            counted.add(0.8, i < 70); // too often
        }
        assertThat(counted.error()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void whoIsSureIsNotAsked() {
        Reliability counted = counted(new double[] {0.009, 0.991, 0, 1}, new boolean[] {true, false, true, false});

        assertThat(counted.count()).isZero();
        assertThat(counted.error()).isNaN();
    }

    @Property(tries = 20)
    void agreesWithFifteenBinsOfSortedForecasts(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        double[] said = random.doubles(15_000, 0.02, 0.98).sorted().toArray();
        boolean[] came = events(said, random, 0.1 * random.nextDouble());
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double off = 0;
            for (int i = bin * 1000; i < (bin + 1) * 1000; i++) {
                off += said[i] - (came[i] ? 1 : 0);
            }
            error += Math.abs(off) / said.length;
        }
        assertThat(counted(said, came).error()).isCloseTo(error, within(0.004)); // cells are a thousandth wide
    }

    @Test
    void theOrderOfEventsAndOfPartsChangesNothing() {
        Random random = new Random(1);
        double[] said = random.doubles(1000).toArray();
        boolean[] came = events(said, random, 0);
        Reliability first = counted(Arrays.copyOf(said, 400), Arrays.copyOf(came, 400));
        Reliability rest = counted(Arrays.copyOfRange(said, 400, 1000), Arrays.copyOfRange(came, 400, 1000));

        assertThat(first.plus(rest)).isEqualTo(rest.plus(first)).isEqualTo(counted(said, came));
        assertThat(first.plus(new Reliability())).isEqualTo(first);
    }

    @Test
    void forecastsThatSayInkForBlankAreOut() {
        Random random = new Random(1);
        double[] said = random.doubles(20_000, 0.02, 0.4).toArray();
        boolean[] came = events(said, random, 0);
        double[] swapped = Arrays.stream(said).map(p -> 1 - p).toArray();

        assertThat(counted(said, came).error()).isLessThan(0.02);
        assertThat(counted(swapped, came).error()).isGreaterThan(0.5);
    }

    @Test
    void anHonestForecastIsCalibratedAndALiarIsOffByTheLie() {
        Random random = new Random(1);
        double[] said = random.doubles(200_000, 0.02, 0.78).toArray();
        Reliability honest = counted(said, events(said, random, 0));
        Reliability liar = counted(said, events(said, random, 0.2));

        assertThat(honest.error()).isLessThan(0.01);
        assertThat(liar.error()).isCloseTo(0.2, within(0.01));
        assertThat(honest.plus(liar).count()).isEqualTo(400_000);
    }
}
