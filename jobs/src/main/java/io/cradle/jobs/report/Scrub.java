package io.cradle.jobs.report;

import io.cradle.training.evaluation.Exploration;

/**
 * An exploration and why it is shown.
 *
 * @param label such as {@code median}
 * @param exploration what was predicted
 */
public record Scrub(String label, Exploration exploration) {}
