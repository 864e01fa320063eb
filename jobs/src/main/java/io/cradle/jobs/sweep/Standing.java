package io.cradle.jobs.sweep;

import java.util.Comparator;
import java.util.List;

/**
 * How a training stands.
 *
 * @param bits a frame on VAL when it was last measured; infinite where it failed
 */
public record Standing(Trial trial, double bits) {
    private static final Comparator<Standing> BEST = Comparator.comparingDouble(Standing::bits)
            .thenComparingInt(each -> each.trial().number());

    /** The best first; of equal ones that of the lower number. */
    public static List<Standing> ranked(List<Standing> all) {
        return all.stream().sorted(BEST).toList();
    }

    /** Whether it came to an end that cannot be measured. */
    public boolean failed() {
        return Double.isInfinite(bits);
    }
}
