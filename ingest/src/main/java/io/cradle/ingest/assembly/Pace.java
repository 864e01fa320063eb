package io.cradle.ingest.assembly;

import java.io.Serializable;
import java.util.Optional;

/**
 * How far apart stamps of many recordings lie, against which each of them is held.
 *
 * @param periods time between two stamps, ns
 * @param even key of the configuration that puts all on one rate; blank where it does
 */
public record Pace(Magnitude periods, String even) implements Serializable {
    private static final double SECOND = 1e9;
    /** Tenths of log10: more than 1.3 times, and at least 1.6 times, as far or as near. */
    private static final double OTHER = 1.5;

    /**
     * What is told of a recording.
     *
     * @param reason by which it is counted
     * @param detail what was found, and what to do
     */
    public record Odd(String reason, String detail) {}

    /**
     * What is odd about a recording's pace, if anything is. A unit of time is doubted from thirty times on; below that it is another rate, which a
     * model would take for the same.
     *
     * @param median time between two stamps in ns; 0 says nothing
     * @param whose stamps, in words
     */
    public Optional<Odd> odd(double median, String whose) {
        Optional<Odd> unit = periods.others(median).stream()
                .mapToObj(
                        others -> new Odd("another pace", lies(median, whose, others) + "; check the unit of its time"))
                .findFirst();
        return unit.isPresent() || even.isBlank() ? unit : rate(median, whose);
    }

    private Optional<Odd> rate(double median, String whose) {
        return periods.others(median, OTHER).stream()
                .mapToObj(others -> new Odd(
                        "another rate",
                        lies(median, whose, others)
                                + "; a step is then not as long as elsewhere: set %s, or give it a table of its own"
                                        .formatted(even)))
                .findFirst();
    }

    private static String lies(double median, String whose, double others) {
        return "stamps of %s lie %.3g s apart, those of the middle one of all about %.2g s"
                .formatted(whose, median / SECOND, others / SECOND);
    }
}
