package io.cradle.dataset.score;

import java.util.List;
import java.util.OptionalDouble;

/** How far observed numbers move. */
final class Travel {
    private Travel() {}

    /** Greatest change at step {@code t} over the channels of one tensor, as a share of its range. */
    static double greatest(Signal signal, int t) {
        double greatest = 0;
        for (int channel = 0; channel < signal.channels(); channel++) {
            greatest = Math.max(greatest, signal.change(t, channel));
        }
        return greatest;
    }

    /** Mean over steps of the greatest change over all observed channels; empty where no number is observed. */
    static OptionalDouble mean(List<Signal> signals) {
        List<Signal> observed = signals.stream().filter(Signal::observed).toList();
        if (observed.isEmpty()) {
            return OptionalDouble.empty();
        }
        int steps = observed.get(0).steps();
        double sum = 0;
        for (int t = 1; t < steps; t++) {
            sum += greatest(observed, t);
        }
        return OptionalDouble.of(sum / Math.max(1, steps - 1));
    }

    private static double greatest(List<Signal> observed, int t) {
        double greatest = 0;
        for (Signal signal : observed) {
            greatest = Math.max(greatest, greatest(signal, t));
        }
        return greatest;
    }
}
