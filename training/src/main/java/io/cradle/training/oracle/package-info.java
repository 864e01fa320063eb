/**
 * What could be known at best: the true simulator, handed in as an {@link io.cradle.dataset.spec.Environment}, asked for the bits that no
 * model can save and for the horizon that chaos leaves.
 *
 * <p>Start at {@link io.cradle.training.oracle.ParticleFilter}. Whether its answer may be called an oracle says
 * {@link io.cradle.training.oracle.Verdict}. {@link io.cradle.training.oracle.Restart} is the other end: all is known but a millionth.
 *
 * <p>Plain Java: imports {@code dataset.spec}, {@code training.model}, {@code training.metric} and the JDK; it knows no physics engine.
 */
package io.cradle.training.oracle;
