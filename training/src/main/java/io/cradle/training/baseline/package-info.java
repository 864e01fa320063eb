/**
 * Dumb and not so dumb predictors that a world model has to beat, fitted on TRAIN alone. What each knows, in rising order: nothing
 * but where ink usually is (marginal), that most things stay (copy-last), that things go on as they go (constant velocity), and fall
 * (ballistic), that the next step is a linear function of the last ones (linear), that it has happened before (nearest neighbours), and
 * which pixels go together (context mixer).
 *
 * <p>Start at {@link io.cradle.training.baseline.Baselines}, which fits them all. Those that say where ink goes, but not how sure they
 * are, get their probabilities from {@link io.cradle.training.baseline.InkTable}.
 *
 * <p>Plain Java: imports {@code dataset.spec}, {@code dataset.episode}, {@code dataset.information} for the context mixer,
 * {@code training.model}, {@code training.metric}, {@code training.evaluation} to choose by, commons-math3 and the JDK.
 */
package io.cradle.training.baseline;
