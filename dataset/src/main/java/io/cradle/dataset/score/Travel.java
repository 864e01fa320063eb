package io.cradle.dataset.score;

import java.util.List;
import java.util.OptionalDouble;

/** How far observed numbers move. */
final class Travel {
    private Travel() {}

    /** Mean over steps of the greatest change over all observed channels; empty where no number is observed. */
    static OptionalDouble mean(List<Signal> signals) {
        List<Signal> observed = signals.stream().filter(Signal::observed).toList();
        if (observed.isEmpty()) {
            return OptionalDouble.empty();
        }
        int steps = observed.get(0).steps();
        double sum = 0;
        for (int t = 1; t < steps; t++) {
            double greatest = 0;
            for (Signal signal : observed) {
                greatest = Math.max(greatest, signal.greatestChange(t));
            }
            sum += greatest;
        }
        return OptionalDouble.of(sum / Math.max(1, steps - 1));
    }
}
