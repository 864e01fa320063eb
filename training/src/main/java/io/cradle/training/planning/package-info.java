/**
 * What a world model is for: planning in a world, true or learned, and acting in the true one.
 *
 * <p>A {@link io.cradle.training.planning.Goal} says what is wanted, a {@link io.cradle.training.planning.Planner} looks for actions
 * that reach it in an {@link io.cradle.training.planning.Imagination}, and an {@link io.cradle.training.planning.Attempt} acts on
 * its plans and replays each as a whole in the true simulator: what a plan promised less what it kept is what the planner gained by
 * the model's faults. Start at {@code Attempt}; {@link io.cradle.training.planning.PlanningResult} sums up many.
 *
 * <p>Plain Java: imports {@code dataset.spec}, {@code training.evaluation} for intervals, commons-math3 for Wilson's interval, and the JDK; it knows no physics engine.
 */
package io.cradle.training.planning;
