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
import io.cradle.training.model.Blank;
import io.cradle.training.model.Floats;
import io.cradle.training.model.Gaussian;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.PromptBank;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A trained model as a world: it is shown its own frames and dreams on. N worlds pass the model together; each depends
 * on its own start and actions alone.
 *
 * <p>Starts: a seed picks a prompt out of the checkpoint's bank; a prompt of the caller's may be of any length from
 * {@link #promptSteps} on; a snapshot goes on bit for bit. o_0 is the last frame of the prompt. A pose has no meaning here.
 */
public final class LearnedSimulator implements Environment, Predictive {
    private static final double NATS_A_BIT = Math.log(2);

    private static final Floats NOTHING = Floats.of(new float[0]);

    private final WorldModel model;
    private final Layout layout;
    private final TensorSpec action;
    private final PromptBank prompts;
    private final Sampling sampling;
    private final int worlds;
    private final String checkpoint;
    private Belief belief;
    private List<Place> places = List.of();
    private long clipped;

    /** A world's own randomness, and what is seen of it. */
    private record Place(long seed, long step, Observation now) {}

    /**
     * A simulator that is asleep until the first reset, of a model that no checkpoint holds: it can't tell its snapshots from those of another such one. {@link
     * DreamFactory} opens checkpoints.
     *
     * @param layout of the checkpoint: frames, actions, and perhaps proprio
     * @param worlds N, at least 1
     * @throws IllegalArgumentException where so many worlds need more memory than this process may take
     */
    public LearnedSimulator(WorldModel model, Layout layout, PromptBank prompts, Sampling sampling, int worlds) {
        this(model, layout, prompts, sampling, worlds, "");
    }

    /**
     * As the other, of a checkpoint: it goes on from snapshots of that one alone.
     *
     * @param checkpoint its digest
     */
    LearnedSimulator(
            WorldModel model, Layout layout, PromptBank prompts, Sampling sampling, int worlds, String checkpoint) {
        if (worlds < 1) {
            throw new IllegalArgumentException("Cannot dream %d worlds: must be at least 1".formatted(worlds));
        }
        requireMemory(model.worldBytes(), worlds, Runtime.getRuntime().maxMemory());
        this.model = model;
        this.layout = layout;
        this.action = layout.require(Layout.ACTION);
        this.prompts = prompts;
        this.sampling = sampling;
        this.worlds = worlds;
        this.checkpoint = checkpoint;
    }

    /** Refuses before memory is taken. */
    static void requireMemory(long each, int worlds, long memory) {
        double needed = (double) each * worlds;
        if (needed > memory) {
            throw new IllegalArgumentException(
                    "Cannot dream %d worlds at once: they need about %.0f MiB, this process may take %d; ask for fewer, or give it more memory"
                            .formatted(worlds, needed / (1 << 20), memory >> 20));
        }
    }

    @Override
    public int worlds() {
        return worlds;
    }

    /** Frames, where there are any, and proprio where the model says something of it. */
    @Override
    public List<TensorSpec> observations() {
        return layout.tensors().stream()
                .filter(spec -> !spec.equals(action) && !Blank.is(spec))
                .toList();
    }

    @Override
    public TensorSpec action() {
        return action;
    }

    @Override
    public List<Tensor> reset(List<Start> starts) {
        if (starts.size() != worlds) {
            throw new IllegalArgumentException(
                    "Cannot reset %d worlds by %d starts: give one a world".formatted(worlds, starts.size()));
        }
        List<Dream> dreams = starts.stream().map(this::begin).toList();
        IdentityHashMap<Dream, Prompt> given = new IdentityHashMap<>(); // planners begin many worlds from one snapshot
        List<Prompt> begun = dreams.stream()
                .map(dream -> given.computeIfAbsent(dream, Dream::prompt))
                .toList();
        belief = model.begin(begun);
        places = IntStream.range(0, worlds)
                .mapToObj(n -> new Place(
                        dreams.get(n).seed(), dreams.get(n).step(), begun.get(n).last()))
                .toList();
        return observe();
    }

    private Dream begin(Start start) {
        if (start instanceof Start.Seed seed) {
            return new Dream(prompts.pick(seed.seed()), NOTHING, seed.seed(), 0, checkpoint);
        }
        if (start instanceof Start.Prompt prompt) {
            return new Dream(past(prompt), NOTHING, prompt.seed(), 0, checkpoint);
        }
        if (start instanceof Start.Restored restored && restored.snapshot() instanceof Dream dream && fits(dream)) {
            return own(dream);
        }
        throw new IllegalArgumentException(
                "Cannot start a learned simulator from %s: give a seed, a prompt, or its own snapshot"
                        .formatted(start));
    }

    private Dream own(Dream dream) {
        if (!dream.checkpoint().equals(checkpoint)) {
            throw new IllegalArgumentException(
                    "Cannot go on from a snapshot of checkpoint %s in checkpoint %s: what one model holds says nothing to another; give what was seen as a prompt"
                            .formatted(dream.checkpoint(), checkpoint));
        }
        return dream;
    }

    @Override
    public int promptSteps() {
        return model.needs();
    }

    private List<Tensor> past(Start.Prompt prompt) {
        Tensor frames = shown(prompt.observations(), layout.require(Layout.FRAME));
        Tensor acted = prompt.action();
        if (frames.rows() < promptSteps()) {
            throw new IllegalArgumentException(
                    "Cannot start from a prompt of %d frames: model '%s' must be shown at least %d; give more, or a seed"
                            .formatted(frames.rows(), model.name(), promptSteps()));
        }
        if (acted.rows() != frames.rows() || acted.spec().elements() != action.elements()) {
            throw new IllegalArgumentException(
                    "Cannot start from a prompt of %d frames and the actions %s: give an action of %d numbers for each frame"
                            .formatted(frames.rows(), acted, action.elements()));
        }
        return layout.tensors().stream()
                .map(spec -> spec.equals(action) ? acted : shown(prompt.observations(), spec, frames.rows()))
                .toList();
    }

    private static Tensor shown(List<Tensor> observations, TensorSpec spec, int rows) {
        Tensor shown = shown(observations, spec);
        if (shown.rows() != rows) {
            throw new IllegalArgumentException("Cannot take %d rows of '%s' beside %d frames: give one a frame"
                    .formatted(shown.rows(), spec.name(), rows));
        }
        return shown;
    }

    private static Tensor shown(List<Tensor> observations, TensorSpec spec) {
        List<Tensor> seen = Blank.is(spec) ? Blank.in(observations) : observations;
        return seen.stream()
                .filter(tensor -> same(tensor.spec(), spec) && tensor.rows() > 0)
                .findFirst()
                .map(tensor -> Tensor.ofBytes(spec, tensor.bytes()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot start from the prompt %s: no %s '%s' of shape %s in it; the checkpoint may be another world's"
                                .formatted(
                                        observations,
                                        spec.name().equals(Layout.FRAME) ? "frames" : "tensor",
                                        spec.name(),
                                        spec.shape())));
    }

    private static boolean same(TensorSpec given, TensorSpec asked) {
        return given.name().equals(asked.name())
                && given.encoding() == asked.encoding()
                && given.shape().equals(asked.shape());
    }

    private boolean fits(Dream dream) {
        return layout.tensors().stream().allMatch(spec -> dream.find(spec.name())
                .filter(tensor -> same(tensor.spec(), spec))
                .isPresent());
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
            after.add(new Place(place.seed(), place.step() + 1, next.get(world)));
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

    /** {@code [N, E]}. */
    private static float[][] rows(Tensor tensor) {
        float[][] rows = new float[tensor.rows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = tensor.floats(row);
        }
        return rows;
    }

    private List<Observation> drawn(Prediction prediction) {
        if (sampling.draw() == Sampling.Draw.LIKELIEST) {
            return prediction.cut();
        }
        List<SplittableRandom> random = places.stream()
                .map(place -> new SplittableRandom(Seeds.child(place.seed(), place.step() + 1)))
                .toList();
        return prediction.sample(random, sampling.temperature());
    }

    private List<Tensor> observe() {
        List<Observation> now = places.stream().map(Place::now).toList();
        return observations().stream().map(spec -> tensor(spec, now)).toList();
    }

    /** {@code [L, shape]} of so many observations. */
    private static Tensor tensor(TensorSpec spec, List<Observation> seen) {
        boolean frame = spec.name().equals(Layout.FRAME);
        float[] values = new float[seen.size() * spec.elements()];
        for (int row = 0; row < seen.size(); row++) {
            float[] from = frame ? seen.get(row).frame() : seen.get(row).proprio();
            System.arraycopy(from, 0, values, row * spec.elements(), spec.elements());
        }
        return frame ? bits(spec, values) : Tensor.ofFloats(spec, values);
    }

    private static Tensor bits(TensorSpec spec, float[] pixels) {
        boolean[] ink = new boolean[pixels.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = pixels[i] > 0;
        }
        return Tensor.ofBits(spec, ink);
    }

    /** Of the frame alone, or a bound where the model gives one: proprio is a density, whose bits depend on its unit. Without frames, of proprio. */
    @Override
    public double[] surprise(Tensor actions, List<Tensor> observed) {
        requireBegun(actions);
        Tensor seen = shown(observed, layout.require(Layout.FRAME));
        if (seen.rows() != worlds) {
            throw new IllegalArgumentException(
                    "Cannot measure surprise of %d worlds by %d observations: give one a world"
                            .formatted(worlds, seen.rows()));
        }
        Prediction prediction = belief.predict(rows(Clipped.of(actions).actions()));
        return Blank.lacks(layout)
                ? felt(prediction.proprio(), rows(shown(observed, layout.require(Layout.PROPRIO), worlds)))
                : framed(prediction, rows(seen), observed);
    }

    private static double[] felt(Gaussian said, float[][] came) {
        return IntStream.range(0, came.length)
                .mapToDouble(world -> said.nats(world, came[world]) / NATS_A_BIT)
                .toArray();
    }

    private double[] framed(Prediction prediction, float[][] came, List<Tensor> observed) {
        Optional<double[]> bound = prediction.bound(observations(came, observed));
        if (bound.isPresent()) {
            return bound.get();
        }
        float[][] ink = prediction.ink(came);
        return IntStream.range(0, worlds)
                .mapToDouble(world -> bits(ink[world], came[world]))
                .toArray();
    }

    /** With proprio where it was observed too. */
    private List<Observation> observations(float[][] came, List<Tensor> observed) {
        Optional<Tensor> proprio = observed.stream()
                .filter(tensor -> tensor.spec().name().equals(Layout.PROPRIO) && tensor.rows() == worlds)
                .findFirst();
        return IntStream.range(0, worlds)
                .mapToObj(n -> proprio.map(felt -> new Observation(came[n], felt.floats(n)))
                        .orElseGet(() -> Observation.ofFrame(came[n])))
                .toList();
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
        float[] acted = new float[held.length() * action.elements()];
        for (int t = 0; t < held.actions().size(); t++) {
            float[] one = held.actions().get(t);
            System.arraycopy(one, 0, acted, t * action.elements(), one.length);
        }
        List<Tensor> past = layout.tensors().stream()
                .map(spec -> spec.equals(action) ? Tensor.ofFloats(action, acted) : tensor(spec, held.observations()))
                .toList();
        return new Dream(past, held.latent(), place.seed(), place.step(), checkpoint);
    }

    @Override
    public void close() {
        belief = null;
        places = List.of();
    }
}
