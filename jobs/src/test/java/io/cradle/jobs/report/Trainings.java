package io.cradle.jobs.report;

import io.cradle.training.spark.Agreement;
import io.cradle.training.spark.RoundCost;
import io.cradle.training.spark.RoundLog;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Made-up trainings. */
public final class Trainings {
    private static final int EXAMPLES = 6400;
    private static final int VALIDATED = 5;

    private Trainings() {}

    /**
     * Rounds whose loss falls from about 60 bits/frame.
     *
     * @param floor that it falls to
     * @param noise its deviation
     */
    public static List<RoundLog> rounds(int rounds, double floor, double noise, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, rounds)
                .mapToObj(round -> {
                    double clean = floor + 52 * Math.exp(-(round + 1) / 4.5);
                    return round(round, clean + random.nextGaussian() * noise, clean + 0.6, random);
                })
                .toList();
    }

    private static RoundLog round(int round, double loss, double validation, Random random) {
        return new RoundLog(
                round,
                10 * (round + 1),
                EXAMPLES,
                loss,
                List.of(loss - 0.1, loss + 0.1),
                2.1,
                new TreeMap<>(Map.of("0", 3200L, "1", 3200L)),
                0.002,
                new Agreement(0.9 + 0.02 * round, 0.6 / (1 + 0.05 * round) + 0.02 * random.nextGaussian()),
                (round + 1) % VALIDATED == 0
                        ? new RoundLog.Validation(OptionalDouble.of(validation + 0.4), validation)
                        : null,
                new RoundCost(0.05, 1.9, 0.1, 0.02, 0.3, 1.2, 0.1, 0.03, 2_500_000, 5_000_000));
    }

    /** As an older Cradle logged it: no agreement, no validation, no cost. */
    public static RoundLog old(int round, double loss) {
        return new RoundLog(
                round, 0, EXAMPLES, loss, List.of(), 2, new TreeMap<>(Map.of("0", 6400L)), 0.002, null, null, null);
    }
}
