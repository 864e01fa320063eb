package io.cradle.training.model;

import io.cradle.dataset.spec.Layout;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sizes of a recurrent state-space model (Hafner et al., "Learning latent dynamics for planning from pixels", 2019).
 *
 * <p>It is a latent-variable model of o_1, o_2, … given o_0 and the actions:
 *
 * <pre>
 * h_0 = 0, h_t = GRU(h_{t-1}, z_{t-1}, a_{t-1}), where it is told so also of o_{t-1}
 * prior         p(z_t | h_t)
 * posterior     q(z_t | h_t, o_t), also of z_0, which belongs to the prompt and costs nothing
 * observation   p(o_t | h_t, z_t), a {@link HeadShape}
 * </pre>
 *
 * <p>Where the head says which pixels change, or the recurrent state is told of o_{t-1}, the observation's distribution is given o_{t-1} too,
 * which is known as all of the past is; proprio is then said as a change, and else as it is.
 *
 * @param frames T, observations that a window of training predicts
 * @param senses sizes of observations and actions
 * @param sizes of its parts
 * @param config how its head says what comes next
 */
public record RssmShape(int frames, Senses senses, RssmConfig sizes, HeadConfig config) implements ModelShape {
    /** Hidden numbers from an observation. */
    public static final String EMBED = "embed.";
    /** Hidden numbers from an embedded observation and, without a bias, from the recurrent state; then what the posterior is made of. */
    public static final String POSTERIOR = "posterior.";
    /** Hidden numbers from the recurrent state; then what the prior is made of. */
    public static final String PRIOR = "prior.";
    /** Hidden numbers from both states, the features of the head. */
    public static final String DECODE = "decode.";
    /** Reset, candidate and update from an action. */
    public static final String GATES = "gates.";
    /** After a layer's name: its matrix. */
    public static final String WEIGHTS = "weights";
    /** After a layer's name: its vector. */
    public static final String BIAS = "bias";
    /** After a layer's name: its matrix for the recurrent state. */
    public static final String BELIEF = "belief";
    /** After a layer's name: its matrix for the stochastic state. */
    public static final String LATENT = "latent";
    /** After a layer's name: the layer that follows it. */
    public static final String OUT = "out.";
    /** After a layer's name: its matrix for an embedded observation. */
    public static final String SEEN = "seen";
    /** Standard deviation that a normal variable has at least. */
    public static final float LEAST_DEVIATION = 0.1f;

    private static final int GATE_KINDS = 3;
    private static final int LONGEST_PROMPT = 3;
    private static final double MOST_PARAMETERS = 1L << 26;

    public RssmShape {
        if (frames < 1) {
            throw new IllegalArgumentException("Invalid RSSM frames=%d: must be at least 1".formatted(frames));
        }
        double parameters = count(senses, sizes) + new HeadShape(senses, config, sizes.hidden()).count();
        if (parameters > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "Invalid RSSM width=%d, latents=%d, classes=%d, hidden=%d: %.0f parameters are more than %.0f; choose fewer"
                            .formatted(
                                    sizes.width(),
                                    sizes.latents(),
                                    sizes.classes(),
                                    sizes.hidden(),
                                    parameters,
                                    MOST_PARAMETERS));
        }
    }

    /** The sizes for this layout. */
    public static RssmShape of(ModelConfig model, Layout layout) {
        return new RssmShape(model.frames(), Senses.of(model, layout), model.rssm(), model.head());
    }

    /** H. */
    public int width() {
        return sizes.width();
    }

    /** Width of the layers between. */
    public int hidden() {
        return sizes.hidden();
    }

    /** Z, numbers of the stochastic state: a number a normal variable, or one a class of each. */
    public int latent() {
        return (int) latent(sizes);
    }

    /** Numbers that a distribution of the stochastic state is made of: means and deviations, or logits. */
    public int distribution() {
        return (int) distribution(sizes);
    }

    /** Numbers of all gates: 3 H. */
    public int gates() {
        return GATE_KINDS * width();
    }

    @Override
    public int pixels() {
        return senses.pixels();
    }

    @Override
    public int actions() {
        return senses.actions();
    }

    @Override
    public int promptFrames() {
        return Math.min(frames, LONGEST_PROMPT);
    }

    /** What says what comes next. */
    public HeadShape head() {
        return new HeadShape(senses, config, hidden());
    }

    /** Shape of each variable by its name; in the order of names they lie in a parameter vector, matrices row by row. */
    public SortedMap<String, int[]> variables() {
        SortedMap<String, int[]> variables = new TreeMap<>();
        layer(EMBED, senses.observed(), hidden(), variables);
        layer(POSTERIOR, hidden(), hidden(), variables);
        variables.put(POSTERIOR + BELIEF, new int[] {width(), hidden()});
        layer(POSTERIOR + OUT, hidden(), distribution(), variables);
        layer(PRIOR, width(), hidden(), variables);
        layer(PRIOR + OUT, hidden(), distribution(), variables);
        layer(GATES, actions(), gates(), variables);
        variables.put(GATES + BELIEF, new int[] {width(), gates()});
        variables.put(GATES + LATENT, new int[] {latent(), gates()});
        if (sizes.told()) {
            variables.put(GATES + SEEN, new int[] {hidden(), gates()});
        }
        layer(DECODE, width(), hidden(), variables);
        variables.put(DECODE + LATENT, new int[] {latent(), hidden()});
        head().addTo(variables);
        return Collections.unmodifiableSortedMap(variables);
    }

    private static void layer(String name, int in, int out, SortedMap<String, int[]> variables) {
        variables.put(name + WEIGHTS, new int[] {in, out});
        variables.put(name + BIAS, new int[] {out});
    }

    @Override
    public int parameters() {
        return (int) (count(senses, sizes) + head().count());
    }

    @Override
    public WorldModel model(Floats parameters) {
        return new RssmModel(this, parameters);
    }

    /** Of all but the head; in floating point, where nothing overflows whatever a file claims. */
    private static double count(Senses senses, RssmConfig sizes) {
        double width = sizes.width();
        double hidden = sizes.hidden();
        double embed = (senses.observed() + 1.0) * hidden;
        double posterior = (hidden + 1 + width) * hidden + (hidden + 1) * distribution(sizes);
        double prior = (width + 1) * hidden + (hidden + 1) * distribution(sizes);
        double told = sizes.told() ? hidden : 0;
        double gates = (senses.actions() + 1 + width + latent(sizes) + told) * GATE_KINDS * width;
        return embed + posterior + prior + gates + (width + 1 + latent(sizes)) * hidden;
    }

    private static double latent(RssmConfig sizes) {
        return (double) sizes.latents() * Math.max(1, sizes.classes());
    }

    private static double distribution(RssmConfig sizes) {
        return sizes.normal() ? 2.0 * sizes.latents() : latent(sizes);
    }
}
