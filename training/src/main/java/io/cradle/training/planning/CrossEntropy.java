package io.cradle.training.planning;

import io.cradle.dataset.spec.Seeds;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The cross-entropy method (Rubinstein, 1999; de Boer et al., "A tutorial on the cross-entropy method", 2005): a Gaussian over plans is
 * fitted again and again to the best of what was drawn from it. As in iCEM (Pinneri et al., 2020) the noise may be correlated in time,
 * the mean is a candidate of each iteration, and the plan is the best candidate that was tried.
 *
 * @param config how it searches
 */
public record CrossEntropy(SearchConfig config) implements Planner {
    @Override
    public Plan plan(Scene scene, Plan guess, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Proposal proposal = Proposal.around(guess, config.deviation());
        Scored best = new Scored(guess, Double.NEGATIVE_INFINITY);
        for (int iteration = 0; iteration < config.iterations(); iteration++) {
            List<Plan> drawn = proposal.draw(config.candidates(), config.correlation(), random);
            List<Scored> ranked = ranked(drawn, scene.returns(drawn, Seeds.child(seed, iteration)));
            best = ranked.get(0).value() > best.value() ? ranked.get(0) : best;
            proposal = proposal.towards(elites(ranked), config.momentum());
        }
        return best.plan();
    }

    private record Scored(Plan plan, double value) {}

    /** Best first; equals in the order of drawing. */
    private static List<Scored> ranked(List<Plan> plans, double[] returns) {
        return IntStream.range(0, returns.length)
                .mapToObj(i -> new Scored(plans.get(i), returns[i]))
                .sorted(Comparator.comparingDouble(Scored::value).reversed())
                .toList();
    }

    private List<Plan> elites(List<Scored> ranked) {
        return ranked.subList(0, config.elites()).stream().map(Scored::plan).toList();
    }
}
