package io.cradle.training.planning;

import io.cradle.dataset.spec.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Model predictive path integral control (Williams et al., "Information theoretic MPC for model-based reinforcement learning", 2017):
 * the plan is the mean of what was drawn around the plan before, weighted by exp(return / temperature). Actions themselves cost nothing
 * here. Several iterations draw around the mean of the one before, with the same spread.
 *
 * @param config how it searches; has no elites and no momentum here
 */
public record PathIntegral(SearchConfig config) implements Planner {
    @Override
    public Plan plan(Scene scene, Plan guess, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Proposal proposal = Proposal.around(guess, config.deviation());
        for (int iteration = 0; iteration < config.iterations(); iteration++) {
            List<Plan> drawn = proposal.draw(config.candidates(), config.correlation(), random);
            double[] returns = scene.returns(drawn, Seeds.child(seed, iteration));
            proposal = proposal.around(drawn, shares(returns, config.temperature()));
        }
        return proposal.mean();
    }

    /** exp(R / temperature), normalised; the best is taken off first, lest all are 0. */
    static double[] shares(double[] returns, double temperature) {
        double best = Arrays.stream(returns).max().orElseThrow();
        double[] shares = new double[returns.length];
        Arrays.setAll(shares, i -> Math.exp((returns[i] - best) / temperature));
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, i -> shares[i] / sum);
        return shares;
    }
}
