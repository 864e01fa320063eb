package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.world.Draws;

/**
 * Each number of the action a sine of its own: its frequency uniform in a range, its phase uniform, both fixed for the
 * episode.
 *
 * @param low Hz, least frequency
 * @param high Hz, greatest frequency
 * @param amplitude 0 to 1
 */
record SinusoidsPolicy(double low, double high, double amplitude) implements Policy {
    SinusoidsPolicy {
        if (low > high) {
            throw new IllegalArgumentException(
                    "Invalid low=%s, high=%s of policy 'sinusoids': low is above high".formatted(low, high));
        }
    }

    static SinusoidsPolicy of(Parameters parameters) {
        parameters.only("low", "high", "amplitude");
        return new SinusoidsPolicy(
                parameters.number("low", 0.2, 0, 1e3),
                parameters.number("high", 2, 0, 1e3),
                parameters.number("amplitude", 1, 0, 1));
    }

    @Override
    public String identity() {
        return "sinusoids:low=%s,high=%s,amplitude=%s".formatted(low, high, amplitude);
    }

    @Override
    public Actor actor(TensorSpec action, long seed) {
        Draws draws = new Draws(seed);
        double rate = Rates.of(this, action);
        double[] turns = new double[action.elements()];
        double[] phase = new double[turns.length];
        for (int i = 0; i < turns.length; i++) {
            turns[i] = 2 * Math.PI * draws.uniform(low, high) / rate;
            phase[i] = draws.uniform(0, 2 * Math.PI);
        }
        long[] step = {0};
        return (observations, world) -> {
            float[] chosen = new float[turns.length];
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = (float) (amplitude * StrictMath.sin(phase[i] + turns[i] * step[0]));
            }
            step[0]++;
            return chosen;
        };
    }
}
