package io.cradle.training.evaluation;

import io.cradle.training.model.Belief;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.WorldModel;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A model of one world that says and draws what is written down for it, whatever it is shown.
 *
 * @param ink p(ink) at horizons 1 … H
 * @param drawn what it draws, at the same
 */
record Scripted(List<float[]> ink, List<Observation> drawn) implements WorldModel {
    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public int memory() {
        return 1;
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return new Reader();
    }

    /** Its open-loop path over a take. */
    OpenLoop.Path sampled(Take take) {
        return OpenLoop.sampled(this, List.of(take), 0, 1).get(0);
    }

    private final class Reader implements Belief {
        private int line;

        @Override
        public Prediction predict(float[][] actions) {
            return new Line(Observation.ofFrame(ink.get(line)), drawn.get(line));
        }

        @Override
        public void observe(float[][] actions, List<Observation> next) {
            line++;
        }
    }

    private record Line(Observation said, Observation draw) implements Prediction {
        @Override
        public float[][] ink() {
            return new float[][] {said.frame()};
        }

        @Override
        public List<Observation> cut() {
            return List.of(draw);
        }

        @Override
        public List<Observation> sample(List<SplittableRandom> random, double temperature) {
            return List.of(draw);
        }
    }
}
