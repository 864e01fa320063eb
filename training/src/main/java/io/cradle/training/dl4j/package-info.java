/**
 * Networks and their training in DL4J and ND4J. Start at {@link io.cradle.training.dl4j.DenseNetwork}, made of DL4J's layers, or at
 * {@link io.cradle.training.dl4j.NetworkLearners}, a pure SameDiff graph.
 *
 * <p>Only training needs this room: what was trained predicts as a
 * {@link io.cradle.training.model.WorldModel}, in plain Java. Built-in layers or pure SameDiff only ({@code SameDiffLayer}, which mixes
 * them, computes wrong gradients in this version), and each architecture has its gradients checked in a test.
 *
 * <p>May import DL4J, ND4J, {@code dataset}, {@code training.learner} and {@code training.model}.
 */
package io.cradle.training.dl4j;
