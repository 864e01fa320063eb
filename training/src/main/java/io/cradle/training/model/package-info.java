/**
 * What a world model is: the contract ({@link io.cradle.training.model.NextFrameModel}), a trained network
 * ({@link io.cradle.training.model.DenseFrameModel}), dumb baselines, and what a training leaves behind
 * ({@link io.cradle.training.model.Checkpoint}).
 *
 * <p>Plain Java, no native code and no Spark: whoever holds a checkpoint can predict. Imports {@code dataset} and, for
 * JSON, Jackson.
 */
package io.cradle.training.model;
