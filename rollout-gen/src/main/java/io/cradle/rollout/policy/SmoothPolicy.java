package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.world.Draws;

/**
 * Each number of the action an Ornstein-Uhlenbeck process of its own, begun in its stationary distribution: x' = a x + s √(1 - a²) ε with a = exp(-Δt / τ), exact at any rate (Gillespie 1996, "Exact numerical simulation
 * of the Ornstein-Uhlenbeck process and its integral", eq. 1.9).
 *
 * @param time τ in s, after which the correlation has fallen to 1/e
 * @param spread s, the stationary standard deviation; what is outside of [-1, 1] is cut and counted where it acts
 */
record SmoothPolicy(double time, double spread) implements Policy {
    static SmoothPolicy of(Parameters parameters) {
        parameters.only("time", "spread");
        return new SmoothPolicy(parameters.number("time", 0.5, 1e-3, 1e3), parameters.number("spread", 0.6, 1e-3, 10));
    }

    @Override
    public String identity() {
        return "smooth:time=%s,spread=%s".formatted(time, spread);
    }

    @Override
    public Actor actor(TensorSpec action, long seed) {
        Draws draws = new Draws(seed);
        double kept = StrictMath.exp(-1 / (Rates.of(this, action) * time));
        double fresh = spread * Math.sqrt(1 - kept * kept);
        double[] state = new double[action.elements()];
        for (int i = 0; i < state.length; i++) {
            state[i] = spread * draws.normal();
        }
        return (observations, world) -> {
            float[] chosen = new float[state.length];
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = (float) state[i];
                state[i] = kept * state[i] + fresh * draws.normal();
            }
            return chosen;
        };
    }
}
