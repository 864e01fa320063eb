package io.cradle.training.oracle;

import io.cradle.dataset.spec.Start;
import java.util.ArrayList;
import java.util.List;

/** States of N worlds, and the seeds that what they leave open is drawn from, such as a shape. */
final class Particles {
    private final double[][] states;
    private final long[] seeds;

    Particles(double[][] states, long[] seeds) {
        this.states = states;
        this.seeds = seeds;
    }

    double[] state(int i) {
        return states[i];
    }

    int count() {
        return states.length;
    }

    /** The states, not to be written to. */
    double[][] states() {
        return states;
    }

    /** Those of these numbers. */
    Particles drawn(int[] numbers) {
        double[][] chosen = new double[numbers.length][];
        long[] chosenSeeds = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            chosen[i] = states[numbers[i]];
            chosenSeeds[i] = seeds[numbers[i]];
        }
        return new Particles(chosen, chosenSeeds);
    }

    /** The same seeds in other states. */
    Particles at(double[][] others) {
        return new Particles(others, seeds);
    }

    /** What an environment is reset to. */
    List<Start> starts() {
        List<Start> starts = new ArrayList<>(states.length);
        for (int i = 0; i < states.length; i++) {
            List<Double> values = new ArrayList<>(states[i].length);
            for (double value : states[i]) {
                values.add(value);
            }
            starts.add(new Start.State(values, seeds[i]));
        }
        return starts;
    }
}
