package io.cradle.training.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

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

    @Override
    public int memory() {
        return network.memory();
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
        double more = standard.proprio().bits();
        return network.bounds(recording.in(standard), first)
                .map(bounds -> new Bounds(bounds.elbo() + more, bounds.iwae() + more, bounds.divergence()));
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return new Worlds(network.begin(prompts.stream()
                .map(prompt -> new Prompt(
                        in(prompt.observations()),
                        prompt.actions().stream().map(standard.action()::in).toList(),
                        prompt.latent()))
                .toList()));
    }

    private List<Observation> in(List<Observation> stored) {
        return stored.stream()
                .map(seen -> new Observation(seen.frame(), standard.proprio().in(seen.proprio())))
                .toList();
    }

    private List<Observation> out(List<Observation> told) {
        return told.stream()
                .map(seen -> new Observation(seen.frame(), standard.proprio().out(seen.proprio())))
                .toList();
    }

    private float[][] in(float[][] actions) {
        return Arrays.stream(actions).map(standard.action()::in).toArray(float[][]::new);
    }

    private final class Worlds implements Belief {
        private final Belief belief;

        Worlds(Belief belief) {
            this.belief = belief;
        }

        @Override
        public Prediction predict(float[][] actions) {
            return new Told(belief.predict(in(actions)));
        }

        @Override
        public void observe(float[][] actions, List<Observation> next) {
            belief.observe(in(actions), in(next));
        }

        @Override
        public void imagine(float[][] actions, Prediction prediction, List<Observation> next) {
            Prediction own = prediction instanceof Told told ? told.prediction : prediction;
            belief.imagine(in(actions), own, in(next));
        }

        @Override
        public List<Prompt> held() {
            return belief.held().stream()
                    .map(prompt -> new Prompt(
                            out(prompt.observations()),
                            prompt.actions().stream()
                                    .map(standard.action()::out)
                                    .toList(),
                            prompt.latent()))
                    .toList();
        }
    }

    private final class Told implements Prediction {
        private final Prediction prediction;

        Told(Prediction prediction) {
            this.prediction = prediction;
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
            return prediction.bound(in(came));
        }

        @Override
        public Gaussian proprio() {
            Gaussian said = prediction.proprio();
            float[][] means = new float[said.size() == 0 ? 0 : prediction.ink().length][];
            Arrays.setAll(means, n -> standard.proprio().out(said.mean(n)));
            return new Gaussian(means, standard.proprio().widths(said.deviation()));
        }

        @Override
        public List<Observation> cut() {
            return out(prediction.cut());
        }

        @Override
        public List<Observation> sample(List<SplittableRandom> random, double temperature) {
            return out(prediction.sample(random, temperature));
        }
    }
}
