/**
 * Networks of DL4J layers: what is trained. Start at {@link io.cradle.training.dl4j.DenseNetwork}.
 *
 * <p>Only training needs this room: a trained network predicts through
 * {@link io.cradle.training.model.DenseFrameModel}, in plain Java. Built-in layers only ({@code SameDiffLayer} computes
 * wrong gradients in this version), and each architecture has its gradients checked in a test.
 *
 * <p>May import DL4J, ND4J, {@code dataset} and {@code training.model}.
 */
package io.cradle.training.dl4j;
