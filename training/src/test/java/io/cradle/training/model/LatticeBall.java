package io.cradle.training.model;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.util.List;
import java.util.Random;

/** A ball of 3 x 3 pixels moves by one pixel a step along both axes and turns back at the walls; proprio is where it is and how it moves. */
final class LatticeBall implements Toy {
    static final Senses SENSES = new Senses(8, 8, 4, 1);

    private static final int LAST = 6; // its middle is in 1 … 6

    @Override
    public List<Tensor> play(int steps, Random random) {
        int[] at = {1 + random.nextInt(LAST), 1 + random.nextInt(LAST)};
        int[] moves = {random.nextBoolean() ? 1 : -1, random.nextBoolean() ? 1 : -1};
        boolean[] ink = new boolean[steps * SENSES.pixels()];
        float[] told = new float[steps * SENSES.proprio()];
        for (int t = 0; t < steps; t++) {
            draw(at, ink, t * SENSES.pixels());
            for (int axis = 0; axis < 2; axis++) {
                moves[axis] = at[axis] + moves[axis] < 1 || at[axis] + moves[axis] > LAST ? -moves[axis] : moves[axis];
                told[4 * t + axis] = at[axis] / 3.5f - 1;
                told[4 * t + 2 + axis] = moves[axis];
                at[axis] += moves[axis];
            }
        }
        return List.of(
                Toy.frames(SENSES.height(), SENSES.width(), ink),
                Toy.still(steps),
                Toy.numbers(Layout.PROPRIO, SENSES.proprio(), told));
    }

    private static void draw(int[] at, boolean[] ink, int from) {
        for (int i = 0; i < 9; i++) {
            ink[from + (at[1] - 1 + i / 3) * SENSES.width() + at[0] - 1 + i % 3] = true;
        }
    }
}
