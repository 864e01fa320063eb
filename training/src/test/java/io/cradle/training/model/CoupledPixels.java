package io.cradle.training.model;

import io.cradle.dataset.spec.Tensor;
import java.util.List;
import java.util.Random;

/**
 * Frames of 4 x 4 pixels whose entropy is known: a pixel of an even column is what it was before but for one time in ten, and one of an odd column
 * is what its left neighbour is but for one time in ten. Nobody needs less than h(0.1) bits a pixel; who says pixels apart does not know the
 * neighbour, only what that was before, and needs h(0.18) for half of them.
 */
final class CoupledPixels implements Toy {
    static final Senses SENSES = new Senses(4, 4, 0, 1);
    static final double ENTROPY;
    static final double APART;

    private static final double FLIPPED = 0.1;

    static {
        ENTROPY = SENSES.pixels() * entropy(FLIPPED);
        APART = SENSES.pixels() / 2.0 * (entropy(FLIPPED) + entropy(2 * FLIPPED * (1 - FLIPPED)));
    }

    @Override
    public List<Tensor> play(int steps, Random random) {
        int size = SENSES.pixels();
        boolean[] ink = new boolean[steps * size];
        for (int i = 0; i < ink.length; i++) {
            boolean flipped = random.nextDouble() < FLIPPED;
            boolean like = i % 2 == 1 ? ink[i - 1] : i < size ? random.nextBoolean() : ink[i - size];
            ink[i] = like ^ flipped;
        }
        return List.of(Toy.frames(SENSES.height(), SENSES.width(), ink), Toy.still(steps));
    }

    /** Mean -log2 p(frame) by the source's own probabilities. */
    static double bits(Recording recording, int first) {
        double bits = 0;
        for (int t = first; t < recording.steps(); t++) {
            bits += bits(recording.frame(t - 1), recording.frame(t));
        }
        return bits / (recording.steps() - first);
    }

    private static double bits(float[] before, float[] now) {
        double nats = 0;
        for (int i = 0; i < now.length; i++) {
            boolean kept = now[i] == (i % 2 == 1 ? now[i - 1] : before[i]);
            nats -= Math.log(kept ? 1 - FLIPPED : FLIPPED);
        }
        return nats / Math.log(2);
    }

    private static double entropy(double p) {
        return -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
    }
}
