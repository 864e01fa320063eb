package io.cradle.training.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * A network of numbers of order one as a model of the stored ones.
 *
 * @param network that answers
 * @param standard what its numbers are
 */
record Standardised(WorldModel network, Standard standard) implements WorldModel {
    @Override
    public String name() {
        return network.name();
    }

    /** With the step before, which tells how the first one moved. */
    @Override
    public int memory() {
        int own = network.memory();
        return standard.motion().isNone() || own == Integer.MAX_VALUE ? own : own + 1;
    }

    @Override
    public int needs() {
        return network.needs();
    }

    @Override
    public long worldBytes() {
        return network.worldBytes();
    }

    @Override
    public Likelihood likelihood() {
        return network.likelihood();
    }

    /** Of the stored numbers, whose density is another. */
    @Override
    public Optional<Bounds> bounds(Recording recording, int first) {
        double more = standard.bits();
        return network.bounds(recording.in(standard), first)
                .map(bounds -> new Bounds(bounds.elbo() + more, bounds.iwae() + more, bounds.divergence()));
    }

    /** A prompt that is given many times, as the same object, is given to the network as one. */
    @Override
    public Belief begin(List<Prompt> prompts) {
        IdentityHashMap<Prompt, Prompt> told = new IdentityHashMap<>();
        return new Worlds(prompts.stream()
                .map(prompt -> told.computeIfAbsent(prompt, this::in))
                .toList());
    }

    /** What was held of motion stands before the network's own latent numbers. */
    private Prompt in(Prompt prompt) {
        float[] held = prompt.latent().values();
        int felt = standard.motion().isNone() || held.length == 0
                ? 0
                : prompt.observations().get(0).proprio().length;
        List<Observation> told = new ArrayList<>();
        for (Observation seen : prompt.observations()) {
            told.add(told.isEmpty() ? first(seen, Arrays.copyOf(held, felt)) : in(seen, told.get(told.size() - 1)));
        }
        return new Prompt(
                told,
                prompt.actions().stream().map(standard.action()::in).toList(),
                Floats.of(Arrays.copyOfRange(held, felt, held.length)));
    }

    private Motion motion() {
        return new Motion(standard);
    }

    private Observation first(Observation seen, float[] change) {
        return new Observation(seen.frame(), motion().first(seen.proprio(), change));
    }

    private Observation in(Observation seen, Observation before) {
        return new Observation(seen.frame(), motion().next(seen.proprio(), before.proprio()));
    }

    private float[][] in(float[][] actions) {
        return Arrays.stream(actions).map(standard.action()::in).toArray(float[][]::new);
    }

    private Prompt out(Prompt prompt) {
        float[] change = motion().change(prompt.observations().get(0).proprio());
        float[] latent = prompt.latent().values();
        float[] held = Arrays.copyOf(change, change.length + latent.length);
        System.arraycopy(latent, 0, held, change.length, latent.length);
        return new Prompt(
                prompt.observations().stream()
                        .map(seen -> new Observation(seen.frame(), motion().stored(seen.proprio())))
                        .toList(),
                prompt.actions().stream().map(standard.action()::out).toList(),
                Floats.of(held));
    }

    private static List<Observation> each(
            List<Observation> these, List<Observation> those, BinaryOperator<Observation> of) {
        return IntStream.range(0, these.size())
                .mapToObj(n -> of.apply(these.get(n), those.get(n)))
                .toList();
    }

    private final class Worlds implements Belief {
        private final Belief belief;
        private List<Observation> last; // as the network was told of them

        Worlds(List<Prompt> told) {
            this.belief = network.begin(told);
            this.last = told.stream().map(Prompt::last).toList();
        }

        @Override
        public Prediction predict(float[][] actions) {
            return new Told(belief.predict(in(actions)), last);
        }

        @Override
        public void observe(float[][] actions, List<Observation> next) {
            last = each(next, last, Standardised.this::in);
            belief.observe(in(actions), last);
        }

        @Override
        public void imagine(float[][] actions, Prediction prediction, List<Observation> next) {
            Prediction own = prediction instanceof Told told ? told.prediction : prediction;
            last = each(next, last, Standardised.this::in);
            belief.imagine(in(actions), own, last);
        }

        @Override
        public List<Prompt> held() {
            return belief.held().stream().map(Standardised.this::out).toList();
        }
    }

    private final class Told implements Prediction {
        private final Prediction prediction;
        private final List<Observation> last;

        Told(Prediction prediction, List<Observation> last) {
            this.prediction = prediction;
            this.last = last;
        }

        @Override
        public float[][] ink() {
            return prediction.ink();
        }

        @Override
        public int[] order() {
            return prediction.order();
        }

        @Override
        public float[][] ink(float[][] came) {
            return prediction.ink(came);
        }

        @Override
        public Optional<double[]> bound(List<Observation> came) {
            return prediction.bound(each(came, last, Standardised.this::in));
        }

        @Override
        public Gaussian proprio() {
            Gaussian said = prediction.proprio();
            float[][] means = new float[said.size() == 0 ? 0 : last.size()][];
            Arrays.setAll(means, n -> motion().stored(said.mean(n), last.get(n).proprio()));
            return new Gaussian(means, motion().widths(said.deviation()));
        }

        @Override
        public List<Observation> cut() {
            return out(prediction.cut());
        }

        @Override
        public List<Observation> sample(List<SplittableRandom> random, double temperature) {
            return out(prediction.sample(random, temperature));
        }

        private List<Observation> out(List<Observation> said) {
            return each(
                    said,
                    last,
                    (next, now) -> new Observation(next.frame(), motion().stored(next.proprio(), now.proprio())));
        }
    }
}
