package io.cradle.training.spark;

import io.cradle.dataset.spec.Seeds;
import java.util.Random;

/**
 * Which windows each worker fits in each round: a pure function of (seed, round, worker). The windows are shuffled anew
 * for every pass over them, and the shares of round 0 worker 0, round 0 worker 1, … round 1 worker 0 … follow one
 * another through these passes without a gap: no window comes again before all others came.
 *
 * @param seed of the shuffles
 * @param windows how many there are, at least 1
 * @param workers K
 * @param examples of one worker in one round
 */
record RoundPlan(long seed, int windows, int workers, int examples) {
    RoundPlan {
        if (windows < 1) {
            throw new IllegalArgumentException(
                    "Cannot train: there is no window; generate more episodes, or longer ones, or loosen the selection");
        }
    }

    /** Numbers of the windows, {@code [examples]}, each in [0, windows). */
    int[] share(int round, int worker) {
        int[] share = new int[examples];
        long start = ((long) round * workers + worker) * examples;
        int[] pass = shuffled(start / windows);
        for (int i = 0; i < examples; i++) {
            int place = (int) ((start + i) % windows);
            if (place == 0 && i > 0) {
                pass = shuffled((start + i) / windows);
            }
            share[i] = pass[place];
        }
        return share;
    }

    /** Durstenfeld's shuffle (CACM 7 (7), 1964, algorithm 235) of 0 … windows - 1. */
    private int[] shuffled(long pass) {
        Random random = new Random(Seeds.child(seed, pass));
        int[] order = new int[windows];
        for (int i = 0; i < windows; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
