package io.cradle.dataset.score;

import java.util.List;
import java.util.OptionalDouble;

/** How much of where it could be an episode visits: the mean over observed channels of the share of bins it enters. */
final class Coverage {
    /** A greater change in a step than this share of the range falls into the outermost bin. */
    private static final double FASTEST = 0.25;

    private final int bins;
    private final boolean[] entered;

    private Coverage(int bins) {
        this.bins = bins;
        this.entered = new boolean[bins];
    }

    /** Of values, over their tensor's range; empty where no number is observed. */
    static OptionalDouble poses(List<Signal> signals, int bins) {
        return mean(signals, bins, Coverage::poses);
    }

    /** Of changes in a step, from minus to plus a quarter of the range. */
    static OptionalDouble speeds(List<Signal> signals, int bins) {
        return mean(signals, bins, Coverage::speeds);
    }

    private static OptionalDouble mean(List<Signal> signals, int bins, Visit visit) {
        double sum = 0;
        int channels = 0;
        for (Signal signal : signals) {
            if (signal.observed() && signal.spec().high() > signal.spec().low()) {
                for (int channel = 0; channel < signal.channels(); channel++) {
                    Coverage coverage = new Coverage(bins);
                    visit.all(coverage, signal, channel);
                    sum += coverage.share();
                }
                channels += signal.channels();
            }
        }
        return channels == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / channels);
    }

    private void poses(Signal signal, int channel) {
        double low = signal.spec().low();
        double range = signal.spec().high() - low;
        for (int t = 0; t < signal.steps(); t++) {
            if (signal.there(t, channel)) {
                enter((signal.at(t, channel) - low) / range);
            }
        }
    }

    private void speeds(Signal signal, int channel) {
        double fastest = FASTEST * (signal.spec().high() - signal.spec().low());
        for (int t = 1; t < signal.steps(); t++) {
            if (signal.there(t, channel) && signal.there(t - 1, channel)) {
                double change = (double) signal.at(t, channel) - signal.at(t - 1, channel);
                enter((change / fastest + 1) / 2);
            }
        }
    }

    private void enter(double place) {
        entered[Math.max(0, Math.min(bins - 1, (int) Math.floor(bins * place)))] = true;
    }

    private double share() {
        int count = 0;
        for (boolean each : entered) {
            count += each ? 1 : 0;
        }
        return (double) count / bins;
    }

    /** Enters the bins that a channel visits. */
    private interface Visit {
        void all(Coverage coverage, Signal signal, int channel);
    }
}
