/**
 * Logs of sensors as CSV, such as those of a real pendulum: a {@link io.cradle.ingest.csv.CsvMapping} says which column
 * belongs to which tensor and in which unit; stamps are kept uneven as logged, or put on one clock.
 *
 * <p>One file is one recording: however it is cut into episodes, all of them land in one split. Rows are taken as logged:
 * row t holds (o_t, a_t), both read at the same time.
 *
 * <p>Imports {@code ingest.source}, {@code ingest.align}, {@code ingest.assembly}, {@code dataset}, fastcsv and the parser of numbers of jackson-core. Start at {@link io.cradle.ingest.csv.CsvMapping}, then
 * read {@link io.cradle.ingest.csv.CsvSource}.
 */
package io.cradle.ingest.csv;
