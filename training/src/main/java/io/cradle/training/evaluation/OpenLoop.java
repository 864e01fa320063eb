package io.cradle.training.evaluation;

import io.cradle.training.model.Belief;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Prediction without looking: after the prompt a model sees its own observations and the true actions. */
final class OpenLoop {
    private OpenLoop() {}

    /** What a model made of one take, horizon by horizon. */
    static final class Path {
        private final float[][] ink;
        private final double[] bits;
        private final Observation[] drawn;

        Path(int horizon) {
            ink = new float[horizon][];
            bits = new double[horizon];
            drawn = new Observation[horizon];
        }

        /** {@code [H][F]} p(ink) at horizons 1 … H. */
        float[][] ink() {
            return ink;
        }

        /** What the true frame costs, at most where the model gives a bound. */
        double bits(int h) {
            return bits[h - 1];
        }

        /** {@code [F]} what it drew, 0 or 1. */
        float[] frame(int h) {
            return drawn[h - 1].frame();
        }

        /** {@code [H][F]} what it drew, 0 or 1, at horizons 1 … H. */
        float[][] frames() {
            return Arrays.stream(drawn).map(Observation::frame).toArray(float[][]::new);
        }

        /** {@code [P]} what it drew; P is 0 where it says nothing. */
        float[] proprio(int h) {
            return drawn[h - 1].proprio();
        }
    }

    /** Each step the likeliest frame, cut at {@link Prediction#THRESHOLD}. One path a take, without {@link Path#bits}. */
    static List<Path> cut(WorldModel model, List<Take> takes) {
        return paths(model, takes, Prediction::cut, (prediction, h, paths) -> {
            float[][] ink = prediction.ink();
            for (int n = 0; n < ink.length; n++) {
                Probabilities.require(model, ink[n]);
                paths.get(n).ink[h - 1] = ink[n];
            }
        });
    }

    /** Each step a frame that is drawn at random, in each take from the same source. One path a take, without {@link Path#ink}. */
    static List<Path> sampled(WorldModel model, List<Take> takes, long seed, double temperature) {
        List<SplittableRandom> random = takes.stream()
                .map(take -> new SplittableRandom(seed + take.seed()))
                .toList();
        return paths(model, takes, prediction -> prediction.sample(random, temperature), (prediction, h, paths) -> {
            float[][] given =
                    prediction.ink(takes.stream().map(take -> take.truth(h)).toArray(float[][]::new));
            Probabilities.require(model, given);
            List<Observation> came =
                    takes.stream().map(take -> take.observation(h)).toList();
            Cost[] costs = Cost.of(model, prediction, came, given);
            for (int n = 0; n < costs.length; n++) {
                paths.get(n).bits[h - 1] = costs[n].bits();
            }
        });
    }

    private interface Draw {
        List<Observation> of(Prediction prediction);
    }

    private interface Noter {
        void note(Prediction prediction, int h, List<Path> paths);
    }

    private static List<Path> paths(WorldModel model, List<Take> takes, Draw draw, Noter noter) {
        int horizon = takes.get(0).horizon();
        List<Path> paths = new ArrayList<>();
        takes.forEach(take -> paths.add(new Path(horizon)));
        Belief belief = model.begin(takes.stream().map(Take::given).toList());
        for (int h = 1; h <= horizon; h++) {
            int now = h;
            float[][] actions = takes.stream().map(take -> take.action(now)).toArray(float[][]::new);
            Prediction prediction = belief.predict(actions);
            List<Observation> drawn = draw.of(prediction);
            noter.note(prediction, h, paths);
            for (int n = 0; n < drawn.size(); n++) {
                paths.get(n).drawn[h - 1] = drawn.get(n);
            }
            belief.imagine(actions, prediction, drawn);
        }
        return paths;
    }
}
