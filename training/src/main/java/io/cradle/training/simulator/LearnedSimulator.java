package io.cradle.training.simulator;

import io.cradle.dataset.spec.Clipped;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Predictive;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.Belief;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.PromptBank;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A trained model as a world: it is shown its own frames and dreams on. N worlds pass the model together; each depends
 * on its own start and actions alone.
 *
 * <p>Starts: a seed picks a prompt out of the checkpoint's bank; a prompt of the caller's may be of any length; a snapshot
 * goes on bit for bit. o_0 is the last frame of the prompt. A pose has no meaning here.
 */
public final class LearnedSimulator implements Environment, Predictive {
    private static final double NATS_A_BIT = Math.log(2);

    private final WorldModel model;
    private final TensorSpec frame;
    private final TensorSpec action;
    private final PromptBank prompts;
    private final Sampling sampling;
    private final int worlds;
    private Belief belief;
    private List<Place> places = List.of();
    private long clipped;

    /** A world's own randomness, and what is seen of it, {@code [1, H, W]}. */
    private record Place(long seed, long step, Tensor now) {}

    /**
     * A simulator that is asleep until the first reset.
     *
     * @param layout of the checkpoint: names frames and actions
     * @param worlds N, at least 1
     */
    public LearnedSimulator(WorldModel model, Layout layout, PromptBank prompts, Sampling sampling, int worlds) {
        if (worlds < 1) {
            throw new IllegalArgumentException("Cannot dream %d worlds: must be at least 1".formatted(worlds));
        }
        this.model = model;
        this.frame = layout.require(Layout.FRAME);
        this.action = layout.require(Layout.ACTION);
        this.prompts = prompts;
        this.sampling = sampling;
        this.worlds = worlds;
    }

    @Override
    public int worlds() {
        return worlds;
    }

    @Override
    public List<TensorSpec> observations() {
        return List.of(frame);
    }

    @Override
    public TensorSpec action() {
        return action;
    }

    @Override
    public List<Tensor> reset(List<Start> starts) {
        if (starts.size() != worlds) {
            throw new IllegalArgumentException(
                    "Cannot reset %d worlds: got %d starts".formatted(worlds, starts.size()));
        }
        List<Dream> dreams = starts.stream().map(this::begin).toList();
        belief = model.begin(dreams.stream().map(Dream::prompt).toList());
        places = dreams.stream()
                .map(dream -> new Place(dream.seed(), dream.step(), dream.now()))
                .toList();
        return observe();
    }

    private Dream begin(Start start) {
        if (start instanceof Start.Seed seed) {
            return new Dream(prompts.pick(seed.seed()), prompts.pickActions(seed.seed()), seed.seed(), 0);
        }
        if (start instanceof Start.Prompt prompt) {
            Tensor frames = shown(prompt.observations());
            return new Dream(
                    Tensor.ofBytes(frame, frames.bytes()), acted(prompt.action(), frames.rows()), prompt.seed(), 0);
        }
        if (start instanceof Start.Restored restored && restored.snapshot() instanceof Dream dream && fits(dream)) {
            return dream;
        }
        throw new IllegalArgumentException(
                "Cannot start a learned simulator from %s: give a seed, a prompt, or its own snapshot"
                        .formatted(start));
    }

    private Tensor acted(Tensor given, int rows) {
        if (given.rows() != rows || given.spec().elements() != action.elements()) {
            throw new IllegalArgumentException(
                    "Cannot start from a prompt of %d frames and the actions %s: give an action of %d numbers for each frame"
                            .formatted(rows, given, action.elements()));
        }
        return given;
    }

    private Tensor shown(List<Tensor> observations) {
        return observations.stream()
                .filter(tensor -> sameFrame(tensor.spec()) && tensor.rows() > 0)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Cannot start from the prompt %s: no frames '%s' of shape %s in it"
                                .formatted(observations, frame.name(), frame.shape())));
    }

    private boolean sameFrame(TensorSpec given) {
        return given.name().equals(frame.name())
                && given.encoding() == frame.encoding()
                && given.shape().equals(frame.shape());
    }

    private boolean fits(Dream dream) {
        return sameFrame(dream.past().spec()) && dream.actions().spec().elements() == action.elements();
    }

    @Override
    public List<Tensor> step(Tensor actions) {
        requireBegun(actions);
        Clipped acted = Clipped.of(actions);
        clipped += acted.count();
        float[][] taken = rows(acted.actions());
        Prediction prediction = belief.predict(taken);
        List<Observation> next = drawn(prediction);
        belief.imagine(taken, prediction, next);
        List<Place> after = new ArrayList<>(worlds);
        for (int world = 0; world < worlds; world++) {
            Place place = places.get(world);
            after.add(new Place(
                    place.seed(), place.step() + 1, bits(next.get(world).frame())));
        }
        places = List.copyOf(after);
        return observe();
    }

    @Override
    public long clipped() {
        return clipped;
    }

    private void requireBegun(Tensor actions) {
        if (places.isEmpty()) {
            throw new IllegalStateException("Cannot step a learned simulator: reset it first");
        }
        if (actions.rows() != worlds || actions.spec().elements() != action.elements()) {
            throw new IllegalArgumentException("Cannot step %d worlds by %s: give one action of %d numbers a world"
                    .formatted(worlds, actions, action.elements()));
        }
    }

    /** {@code [N, A]}. */
    private float[][] rows(Tensor actions) {
        float[][] rows = new float[worlds][];
        for (int world = 0; world < worlds; world++) {
            rows[world] = actions.floats(world);
        }
        return rows;
    }

    private List<Observation> drawn(Prediction prediction) {
        if (sampling == Sampling.THRESHOLD) {
            return prediction.cut();
        }
        return prediction.sample(places.stream()
                .map(place -> new SplittableRandom(Seeds.child(place.seed(), place.step() + 1)))
                .toList());
    }

    private Tensor bits(float[] pixels) {
        boolean[] ink = new boolean[pixels.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = pixels[i] > 0;
        }
        return Tensor.ofBits(frame, ink);
    }

    private List<Tensor> observe() {
        return List.of(Tensor.concat(places.stream().map(Place::now).toList()));
    }

    @Override
    public double[] surprise(Tensor actions, List<Tensor> observed) {
        requireBegun(actions);
        Tensor seen = shown(observed);
        if (seen.rows() != worlds) {
            throw new IllegalArgumentException(
                    "Cannot measure surprise of %d worlds: got %d frames".formatted(worlds, seen.rows()));
        }
        float[][] came = new float[worlds][];
        for (int world = 0; world < worlds; world++) {
            came[world] = seen.floats(world);
        }
        float[][] ink = belief.predict(rows(actions)).ink(came);
        double[] bits = new double[worlds];
        for (int world = 0; world < worlds; world++) {
            bits[world] = bits(ink[world], came[world]);
        }
        return bits;
    }

    /** -log2 p of one frame. */
    private static double bits(float[] ink, float[] came) {
        double nats = 0;
        for (int i = 0; i < ink.length; i++) {
            nats -= came[i] > 0 ? Math.log(ink[i]) : Math.log1p(-ink[i]);
        }
        return nats / NATS_A_BIT;
    }

    @Override
    public List<Snapshot> snapshot() {
        if (places.isEmpty()) {
            return List.of();
        }
        List<Prompt> held = belief.held();
        List<Snapshot> snapshots = new ArrayList<>(worlds);
        for (int world = 0; world < worlds; world++) {
            snapshots.add(dream(held.get(world), places.get(world)));
        }
        return snapshots;
    }

    private Dream dream(Prompt held, Place place) {
        List<Tensor> frames =
                held.observations().stream().map(seen -> bits(seen.frame())).toList();
        float[] acted = new float[held.length() * action.elements()];
        for (int t = 0; t < held.actions().size(); t++) {
            float[] one = held.actions().get(t);
            System.arraycopy(one, 0, acted, t * action.elements(), one.length);
        }
        return new Dream(Tensor.concat(frames), Tensor.ofFloats(action, acted), place.seed(), place.step());
    }

    @Override
    public void close() {
        belief = null;
        places = List.of();
    }
}
