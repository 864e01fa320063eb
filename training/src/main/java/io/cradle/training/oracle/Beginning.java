package io.cradle.training.oracle;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * States that an episode could have begun in, given its first frame: drawn from the world's own distribution, and led to the frame by
 * powers of its likelihood that grow from 0 to 1, each as far as leaves half of the particles effective (Del Moral, Doucet and Jasra,
 * "Sequential Monte Carlo samplers", 2006). After each power they are copied by weight and moved by steps of Metropolis along differences
 * of each other (ter Braak, "A Markov chain Monte Carlo version of the genetic algorithm Differential Evolution", 2006). To draw alone
 * would not do: one start in thousands fits.
 */
final class Beginning {
    private static final int DRAWS = 8;
    private static final int MOVES = 2;
    private static final int LAST_MOVES = 6;
    private static final double LEAST_GROWTH = 1e-3;
    private static final int HALVINGS = 30;

    private final Environment worlds;
    private final Bodies bodies;
    private final Fit fit;
    private final Jitter jitter;
    private final byte[] frame;
    private final SplittableRandom random;
    private final Prior prior = new Prior();
    private Particles particles;
    private double[] fits;

    /** Draws from the world's own distribution. */
    Beginning(Environment worlds, Bodies bodies, Fit fit, Jitter jitter, byte[] frame, SplittableRandom random) {
        this.worlds = worlds;
        this.bodies = bodies;
        this.fit = fit;
        this.jitter = jitter;
        this.frame = frame;
        this.random = random;
        draw();
    }

    /** Many more than are kept: what is not moved later, such as speeds and shapes, is as varied as those that fit by chance. */
    private void draw() {
        int count = worlds.worlds();
        double[][] states = new double[DRAWS * count][];
        long[] seeds = random.longs(states.length).toArray();
        fits = new double[states.length];
        for (int from = 0; from < states.length; from += count) {
            List<Start> drawn = new ArrayList<>();
            Arrays.stream(seeds, from, from + count).forEach(seed -> drawn.add(new Start.Seed(seed)));
            List<Tensor> observed = worlds.reset(drawn);
            System.arraycopy(bodies.states(observed), 0, states, from, count);
            System.arraycopy(fit.likelihoods(observed, frame), 0, fits, from, count);
        }
        Arrays.stream(states).forEach(prior::widen);
        particles = new Particles(states, seeds);
    }

    /** Leads all to the frame. */
    Particles fitting() {
        double power = 0;
        while (power < 1) {
            double growth = growth(1 - power);
            int[] drawn = Weights.of(times(growth)).drawn(worlds.worlds(), random);
            double[] before = fits;
            particles = particles.drawn(drawn);
            fits = Arrays.stream(drawn).mapToDouble(i -> before[i]).toArray();
            power = Math.min(1, power + growth);
            move(power, power < 1 ? MOVES : LAST_MOVES);
        }
        return particles;
    }

    /** The most by which the power may grow, up to {@code most}. */
    private double growth(double most) {
        if (isEnough(most)) {
            return most;
        }
        double low = 0;
        double high = most;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (isEnough(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.max(LEAST_GROWTH, low);
    }

    private boolean isEnough(double growth) {
        return Weights.of(times(growth)).effective() >= worlds.worlds() / 2.0;
    }

    private double[] times(double power) {
        return Arrays.stream(fits).map(log -> power * log).toArray();
    }

    private void move(double power, int moves) {
        for (int move = 0; move < moves; move++) {
            double[][] proposed = new double[particles.count()][];
            Arrays.setAll(proposed, this::proposal);
            double[] then = fit.likelihoods(worlds.reset(particles.at(proposed).starts()), frame);
            double[][] kept = particles.states().clone();
            for (int i = 0; i < kept.length; i++) {
                if (Math.log(random.nextDouble()) < power * (then[i] - fits[i])) {
                    kept[i] = proposed[i];
                    fits[i] = then[i];
                }
            }
            particles = particles.at(kept);
        }
    }

    /** One thing of the world elsewhere; where it was if a start cannot be there. Starts are spread evenly over the range of the prior. */
    private double[] proposal(int i) {
        double[] state = particles.state(i);
        int thing = random.nextInt(bodies.things());
        double[] one = particles.state(random.nextInt(particles.count()));
        double[] other = particles.state(random.nextInt(particles.count()));
        double[] proposed = bodies.placed(state, thing, bodies.step(one, other, thing, jitter, random));
        return prior.holds(proposed) ? proposed : state;
    }
}
