/**
 * What a world looks like from outside: the tensors it shows, the tensors it accepts, and the contract
 * ({@link io.cradle.dataset.spec.Environment}) that real and learned simulators share.
 *
 * <p>Bottom floor: imports nothing but the JDK. Start at {@link io.cradle.dataset.spec.TensorSpec}, then read
 * {@link io.cradle.dataset.spec.Environment}.
 *
 * <p>Everywhere: SI units (metres, seconds, radians); shapes outermost first; arrays row-major. Row t of an episode
 * holds (o_t, a_t), and a_t leads to o_{t+1}. Binary frames are ink = 1 inside, row 0 at the top.
 */
package io.cradle.dataset.spec;
