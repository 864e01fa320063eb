package io.cradle.training.oracle;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The bits of a frame that nobody can save who sees the frames and actions so far and knows the true simulator: a bootstrap particle
 * filter (Gordon, Salmond and Smith, 1993) on N copies of it. Each particle predicts the next frame up to pixels that are flipped with
 * probability {@value #FLIP}; a frame costs −log2 of the mean over particles, so that pixels are predicted jointly. Particles that fit
 * are copied, the copies a little apart. Starts are drawn from the world's own distribution and then moved towards the first frame.
 *
 * <p>Copies keep their particle's seed. A simulator whose steps are random must draw from seed and state together: one that draws from the
 * seed alone would give all copies the same noise, and its bits mean nothing.
 */
public final class ParticleFilter implements AutoCloseable {
    private static final double FLIP = 1e-3;
    private static final int DRAWS = 8;
    private static final int MOVES = 6;

    private final Environment worlds;
    private final Bodies bodies;
    private final int frame;
    private final Jitter jitter;
    private final long[] seeds; // of each particle: what a state leaves open, such as a shape, is drawn from it

    /**
     * Opens the copies.
     *
     * @param simulator shows frames, {@code full_state} and {@code velocity}
     * @param particles N
     * @param jitter between copies
     */
    public ParticleFilter(EnvironmentFactory simulator, int particles, Jitter jitter) {
        worlds = simulator.open(particles);
        bodies = new Bodies(worlds.observations());
        frame = frame(worlds.observations());
        this.jitter = jitter;
        this.seeds = new long[particles];
    }

    private static int frame(List<TensorSpec> observations) {
        for (int i = 0; i < observations.size(); i++) {
            if (observations.get(i).name().equals(Layout.FRAME)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Cannot ask this world for an oracle: it shows no frames");
    }

    /**
     * Filters one episode.
     *
     * @param first number of the first frame that is scored, at least 1
     * @param seed of all randomness
     */
    public Filtered filter(Recording recording, int first, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] zeroth = packed(recording, 0);
        worlds.reset(starts(zeroth, random));
        Weights weights = Weights.even(worlds.worlds());
        List<Double> bits = new ArrayList<>();
        List<Double> effective = new ArrayList<>();
        for (int t = 1; t < recording.steps(); t++) {
            List<Tensor> observed = worlds.step(repeated(recording.action(t - 1)));
            double[] likelihoods = likelihoods(observed.get(frame), packed(recording, t));
            double expected = weights.expected(likelihoods);
            weights = weights.after(likelihoods);
            if (t >= first) {
                bits.add(-expected / Math.log(2));
                effective.add(weights.effective());
            }
            if (weights.effective() < worlds.worlds() / 2.0) {
                worlds.reset(copies(weights, observed, random));
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

    /** {@code [N]} log-probability of a frame under each particle's. */
    private static double[] likelihoods(Tensor frames, byte[] came) {
        byte[] bytes = frames.bytes();
        int pixels = frames.spec().elements();
        double[] likelihoods = new double[frames.rows()];
        for (int n = 0; n < likelihoods.length; n++) {
            int wrong = 0;
            for (int i = 0; i < came.length; i++) {
                wrong += Integer.bitCount((bytes[n * came.length + i] ^ came[i]) & 0xff);
            }
            likelihoods[n] = wrong * Math.log(FLIP) + (pixels - wrong) * Math.log1p(-FLIP);
        }
        return likelihoods;
    }

    /** Each drawn particle goes on from its state, further copies of it a little apart. Snapshots would be exact, and twice the memory. */
    private List<Start> copies(Weights weights, List<Tensor> observed, SplittableRandom random) {
        long[] parents = seeds.clone();
        int[] drawn = weights.drawn(worlds.worlds(), random);
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < drawn.length; i++) {
            double[] state = bodies.state(observed, drawn[i]);
            boolean again = i > 0 && drawn[i] == drawn[i - 1];
            seeds[i] = parents[drawn[i]];
            starts.add(start(again ? bodies.moved(state, jitter, true, random) : state, seeds[i]));
        }
        return starts;
    }

    private static Start start(double[] state, long seed) {
        List<Double> values = new ArrayList<>(state.length);
        for (double value : state) {
            values.add(value);
        }
        return new Start.State(values, seed);
    }

    /** N states that could have begun with this frame. */
    private List<Start> starts(byte[] zeroth, SplittableRandom random) {
        Prior prior = new Prior();
        List<double[]> states = new ArrayList<>();
        List<Long> origins = new ArrayList<>();
        List<Double> fits = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Start> drawn = new ArrayList<>();
            for (int n = 0; n < worlds.worlds(); n++) {
                origins.add(random.nextLong());
                drawn.add(new Start.Seed(origins.get(origins.size() - 1)));
            }
            List<Tensor> observed = worlds.reset(drawn);
            double[] likelihoods = likelihoods(observed.get(frame), zeroth);
            for (int n = 0; n < likelihoods.length; n++) {
                states.add(bodies.state(observed, n));
                fits.add(likelihoods[n]);
                prior.widen(states.get(states.size() - 1));
            }
        }
        Chains chains = new Chains(worlds.worlds());
        int[] drawn = Weights.of(fits.stream().mapToDouble(Double::doubleValue).toArray())
                .drawn(worlds.worlds(), random);
        for (int i = 0; i < drawn.length; i++) {
            chains.states[i] = states.get(drawn[i]);
            chains.fits[i] = fits.get(drawn[i]);
            seeds[i] = origins.get(drawn[i]);
        }
        for (int move = 0; move < MOVES; move++) {
            move(chains, prior, zeroth, jitter.times(move % 2 == 0 ? 8 : 2), random);
        }
        return starts(chains.states);
    }

    private List<Start> starts(double[][] states) {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            starts.add(start(states[i], seeds[i]));
        }
        return starts;
    }

    /** States and how well each fits. */
    private static final class Chains {
        private final double[][] states;
        private final double[] fits;

        Chains(int count) {
            states = new double[count][];
            fits = new double[count];
        }
    }

    /** One step of Metropolis each: starts are spread evenly over the prior's range, so that how well a frame fits decides alone. */
    private void move(Chains chains, Prior prior, byte[] zeroth, Jitter by, SplittableRandom random) {
        double[][] proposed = new double[chains.states.length][];
        for (int i = 0; i < proposed.length; i++) {
            double[] moved = bodies.moved(chains.states[i], by, false, random);
            proposed[i] = prior.holds(moved) ? moved : chains.states[i];
        }
        double[] fits = likelihoods(worlds.reset(starts(proposed)).get(frame), zeroth);
        for (int i = 0; i < fits.length; i++) {
            if (Math.log(random.nextDouble()) < fits[i] - chains.fits[i]) {
                chains.states[i] = proposed[i];
                chains.fits[i] = fits[i];
            }
        }
    }

    @Override
    public void close() {
        worlds.close();
    }
}
