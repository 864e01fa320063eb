package io.cradle.training.spark;

import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.window.Permutation;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.dataset.window.WindowSampler;
import java.util.ArrayList;
import java.util.List;

/**
 * Which windows each worker fits in each round: a pure function of (seed, round, worker). The places of the sampler are
 * shuffled anew for every pass over them, and the shares of round 0 worker 0, round 0 worker 1, … round 1 worker 0 …
 * follow one another through these passes without a gap: where weights are equal, no window comes again before all
 * others came.
 *
 * @param seed of the shuffles
 * @param windows at least one
 * @param workers K
 * @param batchSize examples of a minibatch
 */
record RoundPlan(long seed, WindowSampler windows, int workers, int batchSize) {
    RoundPlan {
        if (windows.size() < 1) {
            throw new IllegalArgumentException(
                    "Cannot train: there is no window; generate more episodes, or longer ones, or loosen the selection");
        }
    }

    /** The windows of a worker in a round. */
    List<WindowAddress> share(Round round, int worker) {
        long examples = (long) round.steps() * batchSize;
        return share((long) round.firstStep() * workers * batchSize + worker * examples, examples);
    }

    /** Windows in the order of the passes. */
    List<WindowAddress> share(long first, long examples) {
        List<WindowAddress> share = new ArrayList<>(Math.toIntExact(examples));
        long end = first + examples;
        for (long pass = first / windows.size(); pass * windows.size() < end; pass++) {
            long from = Math.max(0, first - pass * windows.size());
            long to = Math.min(windows.size(), end - pass * windows.size());
            addPass(pass, from, to, share);
        }
        return share;
    }

    private void addPass(long pass, long from, long to, List<WindowAddress> share) {
        Permutation order = Permutation.of(Seeds.child(seed, pass), windows.size());
        double phase = WindowSampler.phase(seed, pass);
        for (long place = from; place < to; place++) {
            share.add(windows.at(phase, order.at(place)));
        }
    }
}
