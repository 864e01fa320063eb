package io.cradle.training.baseline;

import java.io.Serializable;

/**
 * Turns a guessed frame into honest probabilities: how often was a pixel ink, given whether the guess has ink there, how many of its
 * eight neighbours in the guess have, and whether it was ink a step before. Half an event of either kind is added (Krichevsky and
 * Trofimov, "The performance of universal encoding", 1981).
 */
final class InkTable implements Serializable {
    private static final float THRESHOLD = 0.5f;
    private static final int AROUND = 9;

    private final int height;
    private final int width;
    private final long[] blank = new long[4 * AROUND];
    private final long[] ink = new long[4 * AROUND];

    /** A table that has counted nothing: all probabilities are 1/2. */
    InkTable(int height, int width) {
        this.height = height;
        this.width = width;
    }

    /** Counts what came, {@code [F]}, where this was guessed after that. */
    void count(float[] guess, float[] before, float[] came) {
        for (int pixel = 0; pixel < came.length; pixel++) {
            (came[pixel] > THRESHOLD ? ink : blank)[context(guess, before, pixel)]++;
        }
    }

    /** {@code [F]} p(ink). */
    float[] probabilities(float[] guess, float[] before) {
        float[] p = new float[guess.length];
        for (int pixel = 0; pixel < p.length; pixel++) {
            int context = context(guess, before, pixel);
            p[pixel] = (float) ((ink[context] + 0.5) / (ink[context] + blank[context] + 1.0));
        }
        return p;
    }

    private int context(float[] guess, float[] before, int pixel) {
        int self = guess[pixel] > THRESHOLD ? 1 : 0;
        int was = before[pixel] > THRESHOLD ? 1 : 0;
        return (around(guess, pixel) * 2 + self) * 2 + was;
    }

    private int around(float[] guess, int pixel) {
        int y = pixel / width;
        int x = pixel % width;
        int count = 0;
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                int other = row * width + column;
                count += other != pixel && guess[other] > THRESHOLD ? 1 : 0;
            }
        }
        return count;
    }
}
