/**
 * What a world model is: the contract ({@link io.cradle.training.model.WorldModel}), sizes of the networks that are trained
 * ({@link io.cradle.training.model.ModelShape}) and what they say, dumb baselines, and what a training leaves behind
 * ({@link io.cradle.training.model.Checkpoint}).
 *
 * <p>Plain Java, no native code and no Spark: whoever holds a checkpoint can predict. Imports {@code dataset} and, for
 * JSON, Jackson.
 */
package io.cradle.training.model;
