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
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.PromptBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A trained model as a world: it is shown its own frames and dreams on. N worlds pass the model together; each depends
 * on its own start and actions alone.
 *
 * <p>Starts: a seed picks a prompt out of the checkpoint's bank; a prompt of the caller's is used from its end, its
 * first frame repeated where it is shorter than what the model sees; a snapshot goes on bit for bit. o_0 is the last
 * frame of the prompt. A pose has no meaning here.
 */
public final class LearnedSimulator implements Environment, Predictive {
    private static final double NATS_A_BIT = Math.log(2);

    private final NextFrameModel model;
    private final TensorSpec frame;
    private final TensorSpec action;
    private final PromptBank prompts;
    private final Sampling sampling;
    private final int worlds;
    private List<Dream> dreams = List.of();
    private long clipped;

    /**
     * A simulator that is asleep until the first reset.
     *
     * @param layout of the checkpoint: names frames and actions
     * @param worlds N, at least 1
     */
    public LearnedSimulator(NextFrameModel model, Layout layout, PromptBank prompts, Sampling sampling, int worlds) {
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
        dreams = starts.stream().map(this::begin).toList();
        return observe();
    }

    private Dream begin(Start start) {
        if (start instanceof Start.Seed seed) {
            return new Dream(prompts.pick(seed.seed()), seed.seed(), 0);
        }
        if (start instanceof Start.Prompt prompt) {
            return new Dream(newest(shown(prompt.observations())), prompt.seed(), 0);
        }
        if (start instanceof Start.Restored restored && restored.snapshot() instanceof Dream dream && fits(dream)) {
            return dream;
        }
        throw new IllegalArgumentException(
                "Cannot start a learned simulator from %s: give a seed, a prompt, or its own snapshot"
                        .formatted(start));
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
        return sameFrame(dream.past().spec()) && dream.past().rows() == model.frames();
    }

    /** The last K frames, the first repeated in front if there are fewer. */
    private Tensor newest(Tensor frames) {
        int missing = Math.max(0, model.frames() - frames.rows());
        Tensor first = frames.slice(0, 1);
        Tensor filled = Tensor.concat(Stream.concat(Stream.generate(() -> first).limit(missing), Stream.of(frames))
                .toList());
        return Tensor.ofBytes(
                frame,
                filled.slice(filled.rows() - model.frames(), filled.rows()).bytes());
    }

    @Override
    public List<Tensor> step(Tensor actions) {
        requireBegun(actions);
        Clipped acted = Clipped.of(actions);
        clipped += acted.count();
        float[][] ink = predict(acted.actions());
        List<Dream> next = new ArrayList<>(worlds);
        for (int world = 0; world < worlds; world++) {
            next.add(dreams.get(world).then(drawn(ink[world], dreams.get(world))));
        }
        dreams = List.copyOf(next);
        return observe();
    }

    @Override
    public long clipped() {
        return clipped;
    }

    private void requireBegun(Tensor actions) {
        if (dreams.isEmpty()) {
            throw new IllegalStateException("Cannot step a learned simulator: reset it first");
        }
        if (actions.rows() != worlds || actions.spec().elements() != action.elements()) {
            throw new IllegalArgumentException("Cannot step %d worlds by %s: give one action of %d numbers a world"
                    .formatted(worlds, actions, action.elements()));
        }
    }

    private float[][] predict(Tensor actions) {
        requireBegun(actions);
        float[][] past = dreams.stream().map(Dream::pixels).toArray(float[][]::new); // [N, K * F]
        float[][] taken = new float[worlds][]; // [N, A]
        for (int world = 0; world < worlds; world++) {
            taken[world] = actions.floats(world);
        }
        return model.ink(past, taken);
    }

    private Tensor drawn(float[] ink, Dream dream) {
        boolean[] pixels = new boolean[ink.length];
        Random random = new Random(Seeds.child(dream.seed(), dream.step() + 1));
        for (int i = 0; i < ink.length; i++) {
            double bar = sampling == Sampling.BERNOULLI ? random.nextDouble() : 0.5;
            pixels[i] = ink[i] > bar;
        }
        return Tensor.ofBits(frame, pixels);
    }

    private List<Tensor> observe() {
        return List.of(Tensor.concat(dreams.stream().map(Dream::now).toList()));
    }

    @Override
    public double[] surprise(Tensor actions, List<Tensor> observed) {
        float[][] ink = predict(actions);
        Tensor seen = shown(observed);
        if (seen.rows() != worlds) {
            throw new IllegalArgumentException(
                    "Cannot measure surprise of %d worlds: got %d frames".formatted(worlds, seen.rows()));
        }
        double[] bits = new double[worlds];
        for (int world = 0; world < worlds; world++) {
            bits[world] = bits(ink[world], seen, world);
        }
        return bits;
    }

    /** -log2 p of one frame, its pixels being independent given the past. */
    private static double bits(float[] ink, Tensor seen, int world) {
        double nats = 0;
        for (int i = 0; i < ink.length; i++) {
            nats -= seen.bit(world, i) ? Math.log(ink[i]) : Math.log1p(-ink[i]);
        }
        return nats / NATS_A_BIT;
    }

    @Override
    public List<Snapshot> snapshot() {
        return List.copyOf(dreams);
    }

    @Override
    public void close() {
        dreams = List.of();
    }
}
