package io.cradle.training.planning;

import java.util.SplittableRandom;

/** Uniform actions. */
record RandomActions() implements Planner {
    @Override
    public Plan plan(Scene scene, Plan guess, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = guess.numbers();
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = 2 * random.nextDouble() - 1;
        }
        return Plan.of(guess.width(), drawn);
    }
}
