/**
 * How far a run is: {@link io.cradle.jobs.progress.Progress}, as a bar on a terminal and as log lines elsewhere.
 * {@link io.cradle.jobs.progress.TaskProgress} tells it from Spark's events.
 */
package io.cradle.jobs.progress;
