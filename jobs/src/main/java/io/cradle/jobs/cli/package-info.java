/**
 * The command line: {@link io.cradle.jobs.cli.Cradle} is the main class, one class a command.
 *
 * <p>A command turns options into layers of configuration and into arguments, checks what can be checked without
 * Spark, and calls {@link io.cradle.jobs.Jobs}. Exit codes: 0, 2 for usage and configuration, 1 for a failure. This is
 * the only room that reads environment variables and system properties.
 */
package io.cradle.jobs.cli;
