package io.cradle.training.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What an RSSM says of N worlds.
 *
 * @param head that says it
 * @param worlds what is said of each
 */
record RssmPrediction(Head head, List<Ahead> worlds) implements Prediction {
    @Override
    public int[] order() {
        return head.shape().order();
    }

    @Override
    public float[][] ink() {
        return worlds.stream().map(Ahead::likeliest).toArray(float[][]::new);
    }

    @Override
    public float[][] ink(float[][] came) {
        return IntStream.range(0, worlds.size())
                .mapToObj(n -> worlds.get(n).given(came[n]))
                .toArray(float[][]::new);
    }

    /** The mixture's mean, with the deviation that the head has where the stochastic state is known. */
    @Override
    public Gaussian proprio() {
        return head.proprioDeviation().length == 0
                ? Gaussian.NONE
                : new Gaussian(worlds.stream().map(Ahead::proprio).toArray(float[][]::new), head.proprioDeviation());
    }

    @Override
    public List<Observation> sample(List<SplittableRandom> random, double temperature) {
        List<Observation> drawn = new ArrayList<>(worlds.size());
        for (int n = 0; n < worlds.size(); n++) {
            drawn.add(worlds.get(n).drawn(random.get(n), temperature));
        }
        return drawn;
    }
}
