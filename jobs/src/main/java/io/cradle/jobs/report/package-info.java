/**
 * What can be looked at: the report of a run, of a curation, many trainings side by side, and the page that shows a table, each one
 * self-contained HTML file, and animated pictures.
 *
 * <p>Start at {@link io.cradle.jobs.report.ReportPage}, {@link io.cradle.jobs.report.CurationPage}, {@link io.cradle.jobs.report.ComparePage} and
 * {@link io.cradle.jobs.report.ShowPage}: plain records in, a text out. Pages are Mustache templates beside this package's classes; every text is escaped; charts are drawn by
 * uPlot, which is embedded; a content security policy admits no other script and no network.
 *
 * <p>Imports {@code dataset.spec}, {@code dataset.episode}, {@code dataset.score}, {@code dataset.curation},
 * {@code training.evaluation}, {@code training.model}, the log of {@code training.spark}, jmustache, Jackson and the JDK. No Spark.
 */
package io.cradle.jobs.report;
