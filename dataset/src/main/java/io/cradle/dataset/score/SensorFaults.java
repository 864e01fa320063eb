package io.cradle.dataset.score;

import java.util.List;

/**
 * Sensors that say nothing.
 *
 * @param stuckSteps longest run in which a channel keeps one value to the last bit, while at each of its steps another
 *     channel of its tensor changes: a robot at rest is not stuck
 * @param saturated greatest share over observed channels of steps at an end of the range
 */
record SensorFaults(int stuckSteps, double saturated) {
    private static final double EDGE = 1e-6;

    static SensorFaults of(List<Signal> signals) {
        int stuck = 0;
        double saturated = 0;
        for (Signal signal : signals) {
            if (signal.observed()) {
                for (int channel = 0; channel < signal.channels(); channel++) {
                    stuck = Math.max(stuck, longestRun(signal, channel));
                    saturated = Math.max(saturated, atAnEnd(signal, channel));
                }
            }
        }
        return new SensorFaults(stuck, saturated);
    }

    private static int longestRun(Signal signal, int channel) {
        int longest = 0;
        int run = 0;
        for (int t = 1; t < signal.steps(); t++) {
            boolean kept = signal.at(t, channel) == signal.at(t - 1, channel) && signal.there(t, channel);
            run = kept && signal.greatestChange(t) > 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static double atAnEnd(Signal signal, int channel) {
        double range = signal.spec().high() - signal.spec().low();
        double slack = EDGE * range;
        double low = signal.spec().low() + slack;
        double high = signal.spec().high() - slack;
        int there = 0;
        int ends = 0;
        for (int t = 0; t < signal.steps(); t++) {
            if (signal.there(t, channel)) {
                double value = signal.at(t, channel);
                there++;
                ends += value <= low || value >= high ? 1 : 0;
            }
        }
        return there == 0 || range == 0 ? 0 : (double) ends / there;
    }
}
