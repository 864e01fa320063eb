package io.cradle.training.spark;

import java.io.Serializable;

/**
 * What one worker says of one minibatch.
 *
 * @param worker its partition
 * @param executor id of the executor it ran in
 * @param iteration minibatches that each worker had fitted before, over all rounds
 * @param examples in the minibatch
 * @param score loss before the step: nats a frame
 */
record StepReport(int worker, String executor, int iteration, int examples, double score) implements Serializable {}
