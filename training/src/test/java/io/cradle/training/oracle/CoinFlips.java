package io.cradle.training.oracle;

import io.cradle.dataset.spec.Seeds;
import io.cradle.training.model.Recording;
import java.util.SplittableRandom;

/**
 * Coins side by side, thrown each step: a coin's pixels are ink where it shows heads. Nothing that was seen says anything of what comes. The
 * dot's place is the number that all coins are read off; it is drawn anew each step.
 *
 * @param coins how many, a divisor of the row's pixels
 * @param heads probability of heads
 */
record CoinFlips(int coins, double heads) implements Toy.Rule {
    private static final int PLACES = 1 << 16; // a metre, so that a place survives as float32

    @Override
    public Toy.Dot start(SplittableRandom random, long seed) {
        return new Toy.Dot(random.nextInt(PLACES * Toy.PIXELS) / (double) PLACES, 0, seed);
    }

    @Override
    public Toy.Dot next(Toy.Dot dot) {
        return dot.at(dot.noise().nextInt(PLACES * Toy.PIXELS) / (double) PLACES, 0);
    }

    @Override
    public boolean ink(Toy.Dot dot, int pixel) {
        int coin = pixel * coins / Toy.PIXELS;
        return new SplittableRandom(Seeds.child(Math.round(dot.x() * PLACES), coin)).nextDouble() < heads;
    }

    /** Bits of a step on average: the entropy of a coin, times their number. */
    double entropy() {
        return -coins * (heads * Math.log(heads) + (1 - heads) * Math.log(1 - heads)) / Math.log(2);
    }

    /** Bits of each frame of an episode. */
    double[] exactBits(Recording recording) {
        double[] bits = new double[recording.steps()];
        for (int t = 0; t < bits.length; t++) {
            for (int coin = 0; coin < coins; coin++) {
                boolean shown = recording.frame(t)[coin * Toy.PIXELS / coins] > 0;
                bits[t] -= Math.log(shown ? heads : 1 - heads) / Math.log(2);
            }
        }
        return bits;
    }
}
