package io.cradle.training.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a head says of N worlds.
 *
 * @param head that says it
 * @param worlds what is said of each
 * @param proprio of all of them
 */
record HeadPrediction(Head head, List<Said> worlds, Gaussian proprio) implements Prediction {
    static HeadPrediction of(Head head, List<Said> worlds) {
        return new HeadPrediction(head, worlds, proprio(head, worlds));
    }

    static Gaussian proprio(Head head, List<Said> worlds) {
        if (head.proprioDeviation().length == 0) {
            return Gaussian.NONE;
        }
        float[][] means = worlds.stream().map(Said::proprio).toArray(float[][]::new);
        return new Gaussian(means, head.proprioDeviation());
    }

    @Override
    public int[] order() {
        return head.shape().order();
    }

    @Override
    public float[][] ink() {
        return worlds.stream().map(Said::likeliest).toArray(float[][]::new);
    }

    @Override
    public float[][] ink(float[][] came) {
        return IntStream.range(0, worlds.size())
                .mapToObj(n -> worlds.get(n).given(came[n]))
                .toArray(float[][]::new);
    }

    @Override
    public List<Observation> sample(List<SplittableRandom> random, double temperature) {
        List<Observation> drawn = new ArrayList<>(worlds.size());
        for (int n = 0; n < worlds.size(); n++) {
            drawn.add(new Observation(
                    worlds.get(n).drawn(random.get(n), temperature), proprio.sample(n, random.get(n), temperature)));
        }
        return drawn;
    }
}
