/**
 * Metrics of frames, of numbers and of sets of features: what two of them have in common, as one number. Definitions are in
 * {@code docs/metrics.md}, each with its source.
 *
 * <p>Start at {@link io.cradle.training.metric.FrameError} for frames, {@link io.cradle.training.metric.Frechet} for sets of
 * features. Metrics know nothing of models, episodes or tables; {@code training.evaluation} asks for them.
 *
 * <p>Plain Java: imports commons-math3 for linear algebra, JGraphT for matchings, and the JDK.
 */
package io.cradle.training.metric;
