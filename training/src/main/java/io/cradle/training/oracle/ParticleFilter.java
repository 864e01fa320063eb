package io.cradle.training.oracle;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Tensor;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The bits of a frame that nobody can save who sees the frames and actions so far and knows the true simulator: a bootstrap particle
 * filter (Gordon, Salmond and Smith, 1993) on N copies of it. Each particle predicts the next frame up to pixels that are flipped with
 * probability 10⁻³; a frame costs −log2 of the mean over particles, so that pixels are predicted jointly. Particles that fit
 * are copied, the copies a little apart. {@code Beginning} says where it starts.
 *
 * <p>Copies keep their particle's seed. A simulator whose steps are random must draw from seed and state together: one that draws from the
 * seed alone would give all copies the same noise, and its bits mean nothing.
 */
public final class ParticleFilter implements AutoCloseable {
    private final Environment worlds;
    private final Bodies bodies;
    private final Fit fit;
    private final Jitter jitter;

    /**
     * Opens the copies.
     *
     * @param simulator shows frames, {@code full_state} and {@code velocity}
     * @param particles N
     * @param jitter most between copies
     */
    public ParticleFilter(EnvironmentFactory simulator, int particles, Jitter jitter) {
        worlds = simulator.open(particles);
        bodies = new Bodies(worlds.observations());
        fit = Fit.of(worlds.observations());
        this.jitter = jitter;
    }

    /**
     * Filters one episode.
     *
     * @param first number of the first frame that is scored, at least 1
     * @param seed of all randomness
     */
    public Filtered filter(Recording recording, int first, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Particles particles = new Beginning(worlds, bodies, fit, jitter, packed(recording, 0), random).fitting();
        worlds.reset(particles.starts());
        Weights weights = Weights.even(worlds.worlds());
        List<Double> bits = new ArrayList<>();
        List<Double> effective = new ArrayList<>();
        for (int t = 1; t < recording.steps(); t++) {
            List<Tensor> observed = worlds.step(repeated(recording.action(t - 1)));
            double[] likelihoods = fit.likelihoods(observed, packed(recording, t));
            double expected = weights.expected(likelihoods);
            weights = weights.after(likelihoods);
            if (t >= first) {
                bits.add(-expected / Math.log(2));
                effective.add(weights.effective());
            }
            if (weights.effective() < worlds.worlds() / 2.0) {
                particles = copies(particles.at(bodies.states(observed)), weights, random);
                worlds.reset(particles.starts());
                weights = Weights.even(worlds.worlds());
            }
        }
        return new Filtered(recording.episode().id(), worlds.worlds(), bits, effective);
    }

    private Tensor repeated(float[] action) {
        float[] all = new float[worlds.worlds() * action.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = action[i % action.length];
        }
        return Tensor.ofFloats(worlds.action(), all);
    }

    private static byte[] packed(Recording recording, int t) {
        return Recording.binary(recording.episode()).slice(t, t + 1).bytes();
    }

    /** Each drawn particle goes on from its state, further copies of it a little apart. Snapshots would be exact, and twice the memory. */
    private Particles copies(Particles particles, Weights weights, SplittableRandom random) {
        double[] spread = Cloud.deviation(particles.states(), weights);
        int[] drawn = weights.drawn(particles.count(), random);
        Particles copies = particles.drawn(drawn);
        double[][] states = copies.states().clone();
        for (int i = 1; i < drawn.length; i++) {
            if (drawn[i] == drawn[i - 1]) {
                states[i] = bodies.moved(states[i], jitter, spread, random);
            }
        }
        return copies.at(states);
    }

    @Override
    public void close() {
        worlds.close();
    }
}
