/**
 * The roof: one Spark job a command ({@link io.cradle.jobs.Jobs}), wired from the rooms below and from nothing else.
 *
 * <p>The command line ({@code jobs.cli}) checks what was asked and calls {@link io.cradle.jobs.Jobs}; this package
 * never looks back at it. A job is wiring: logic that can be tested without Spark lives in the module that it belongs to.
 */
package io.cradle.jobs;
