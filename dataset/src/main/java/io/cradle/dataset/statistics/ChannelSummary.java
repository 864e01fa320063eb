package io.cradle.dataset.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;
import java.util.Optional;

/**
 * What one channel of a tensor holds. Count, nonFinite and missing add up to the steps (of intervals, to the steps that have
 * one before them).
 *
 * @param name of the channel, or of what stands for the whole tensor
 * @param unit SI unit of what is stored, {@code "1"} where dimensionless, as scaled numbers are
 * @param count numbers that were measured and are finite
 * @param nonFinite numbers that were measured and are NaN or infinite
 * @param missing steps at which the tensor {@code valid} says that nothing was measured
 * @param known figures of the numbers; null where there is none, which JSON leaves out
 */
public record ChannelSummary(
        String name,
        String unit,
        long count,
        long nonFinite,
        long missing,
        @JsonUnwrapped Figures known) implements Serializable {
    /** Figures of the numbers, if there are any. */
    public Optional<Figures> figures() {
        return Optional.ofNullable(known);
    }
}
