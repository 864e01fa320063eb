/**
 * A trained model as a world that can be stepped: {@link io.cradle.training.simulator.LearnedSimulator} stands behind the
 * same {@code Environment} as the physics engine, and {@link io.cradle.training.simulator.DreamFactory} opens it wherever
 * a task of generation runs. A dreamt episode is a pure function of checkpoint, start and actions.
 *
 * <p>Imports {@code dataset.spec} and {@code training.model}.
 */
package io.cradle.training.simulator;
