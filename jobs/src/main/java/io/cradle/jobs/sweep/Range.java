package io.cradle.jobs.sweep;

import java.util.random.RandomGenerator;

/**
 * What a number is drawn from.
 *
 * @param from least, above 0 if {@code log}
 * @param to greatest, at least {@code from}
 * @param log whether each factor is as likely, rather than each difference
 * @param whole whether it is rounded
 */
public record Range(double from, double to, boolean log, boolean whole) {
    public Range {
        if (!(from <= to) || Double.isInfinite(from) || Double.isInfinite(to) || (log && !(from > 0))) {
            throw new IllegalArgumentException(
                    "Invalid range from=%s, to=%s, log=%s: must be finite and in order, and above 0 where log is true"
                            .formatted(from, to, log));
        }
    }

    /** A number as a setting takes it; three digits are enough to tell runs apart. */
    String draw(RandomGenerator random) {
        double share = random.nextDouble();
        double value = log ? from * Math.pow(to / from, share) : from + (to - from) * share;
        return whole ? Long.toString(Math.round(value)) : Double.toString(Double.parseDouble("%.3g".formatted(value)));
    }
}
