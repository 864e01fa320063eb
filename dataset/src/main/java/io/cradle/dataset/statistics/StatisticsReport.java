package io.cradle.dataset.statistics;

import java.io.Serializable;
import java.util.List;

/**
 * Statistics of some episodes, as they are stored: where a tensor is scaled, of the scaled numbers.
 *
 * @param episodes how many
 * @param steps of all of them
 * @param rankError by how much the true rank of a quantile differs from its name at most, at a confidence of 99 %
 * @param tensors in the order of the layout
 */
public record StatisticsReport(long episodes, long steps, double rankError, List<TensorSummary> tensors)
        implements Serializable {
    public StatisticsReport {
        tensors = List.copyOf(tensors);
    }
}
