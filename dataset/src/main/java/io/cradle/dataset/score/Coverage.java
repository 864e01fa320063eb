package io.cradle.dataset.score;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** How much of where it could be an episode visits: the mean over observed channels of the share of bins it enters. */
final class Coverage {
    /** A greater change in a step than this share of the range falls into the outermost bin. */
    private static final double FASTEST = 0.25;

    private Coverage() {}

    /** Of values, over their tensor's range; empty where no number is observed. */
    static OptionalDouble poses(List<Signal> signals, int bins) {
        return mean(
                signals,
                (signal, channel) -> visited(signal, channel, 0, bins, t -> {
                    double range = signal.spec().high() - signal.spec().low();
                    return (signal.at(t, channel) - signal.spec().low()) / range;
                }));
    }

    /** Of changes in a step, from minus to plus a quarter of the range. */
    static OptionalDouble speeds(List<Signal> signals, int bins) {
        return mean(
                signals,
                (signal, channel) -> visited(signal, channel, 1, bins, t -> {
                    double range = signal.spec().high() - signal.spec().low();
                    double change = ((double) signal.at(t, channel) - signal.at(t - 1, channel)) / range;
                    return (change / FASTEST + 1) / 2;
                }));
    }

    private static OptionalDouble mean(List<Signal> signals, ChannelShare share) {
        double sum = 0;
        int channels = 0;
        for (Signal signal : signals) {
            if (!signal.observed() || !(signal.spec().high() > signal.spec().low())) {
                continue;
            }
            for (int channel = 0; channel < signal.channels(); channel++) {
                sum += share.of(signal, channel);
            }
            channels += signal.channels();
        }
        return channels == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / channels);
    }

    private static double visited(Signal signal, int channel, int first, int bins, ToDoubleFunction<Integer> place) {
        BitSet cells = new BitSet(bins);
        for (int t = first; t < signal.steps(); t++) {
            boolean there = signal.there(t, channel) && (first == 0 || signal.there(t - 1, channel));
            if (there) {
                cells.set((int) Math.max(0, Math.min(bins - 1, Math.floor(bins * place.applyAsDouble(t)))));
            }
        }
        return (double) cells.cardinality() / bins;
    }

    /** Share of bins that a channel visits. */
    private interface ChannelShare {
        double of(Signal signal, int channel);
    }
}
