package io.cradle.jobs.report;

import io.cradle.training.evaluation.Film;

/**
 * A film and why it is shown.
 *
 * @param label such as {@code median}
 * @param film the prediction
 */
public record Reel(String label, Film film) {}
