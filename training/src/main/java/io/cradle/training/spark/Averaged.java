package io.cradle.training.spark;

import java.util.List;

/**
 * What happened in a round.
 *
 * @param results of each worker, in their order
 */
public record Averaged(List<WorkerResult> results, Agreement agreement, RoundCost cost) {}
