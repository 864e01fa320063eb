/**
 * Many trainings over settings: which there are, and which of them go on. Start at {@link io.cradle.jobs.sweep.SweepPlan}. Plain Java: who
 * trains them is {@code SweepJob}.
 *
 * <p>May import nothing of Cradle but {@code dataset.spec}.
 */
package io.cradle.jobs.sweep;
