package io.cradle.training.planning;

import io.cradle.dataset.spec.Tensor;
import java.util.List;

/** Rewards of N worlds, summed until each reaches the goal. */
final class Tally {
    private final Goal goal;
    private final double[] sums;
    private final boolean[] reached;
    private int left;

    Tally(Goal goal, int worlds) {
        this.goal = goal;
        this.sums = new double[worlds];
        this.reached = new boolean[worlds];
        this.left = worlds;
    }

    /** Adds one step's. */
    void add(List<Tensor> observed) {
        for (int world = 0; world < sums.length; world++) {
            if (!reached[world]) {
                add(world, goal.distance(observed, world));
            }
        }
    }

    private void add(int world, double distance) {
        sums[world] += goal.reward(distance);
        if (goal.reached(distance)) {
            reached[world] = true;
            left--;
        }
    }

    double sum(int world) {
        return sums[world];
    }

    /** Whether all have reached it. */
    boolean isDone() {
        return left == 0;
    }
}
