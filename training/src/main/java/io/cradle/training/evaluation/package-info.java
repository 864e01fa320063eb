/**
 * The ruler: metrics, intervals, comparisons.
 *
 * <p>Start at {@link io.cradle.training.evaluation.Evaluator}: models and episodes in,
 * {@link io.cradle.training.evaluation.Scores} out, one record an episode, which a Spark task can send home. From all
 * scores follows the {@link io.cradle.training.evaluation.EvaluationReport}.
 *
 * <p>Plain Java: imports {@code dataset.spec}, {@code dataset.episode}, {@code training.model} and the JDK.
 */
package io.cradle.training.evaluation;
