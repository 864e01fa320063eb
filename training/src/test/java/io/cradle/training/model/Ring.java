package io.cradle.training.model;

import io.cradle.dataset.spec.Tensor;
import java.util.List;
import java.util.Random;

/** A dot goes round eight pixels, one a step, this way or that; the row below says which way, or nothing. Two frames say all, one may not. */
record Ring(boolean told) implements Toy {
    static final Senses SENSES = new Senses(2, 8, 0, 1);

    @Override
    public List<Tensor> play(int steps, Random random) {
        int width = SENSES.width();
        int at = random.nextInt(width);
        int moves = random.nextBoolean() ? 1 : width - 1;
        boolean[] ink = new boolean[steps * SENSES.pixels()];
        for (int t = 0; t < steps; t++) {
            ink[t * SENSES.pixels() + at] = true;
            ink[t * SENSES.pixels() + width + (moves == 1 ? 1 : 5)] = told;
            at = (at + moves) % width;
        }
        return List.of(Toy.frames(SENSES.height(), width, ink), Toy.still(steps));
    }
}
