/**
 * Parquet files of numbers that others have written: flat columns, and lists of numbers such as LeRobot's. Start at
 * {@link io.cradle.ingest.parquet.ParquetRows}, which reads one file by columns and hands out rows; {@link
 * io.cradle.ingest.parquet.ParquetLogFormat} makes takes of folders of such logs.
 *
 * <p>Files come from strangers: sizes are compared with the file before memory is taken, pages are bounded once
 * decompressed, and checksums are verified where pages have them. Imports {@code ingest.take}, {@code ingest.source}, {@code
 * ingest.csv} for its mapping, {@code dataset} and parquet-mr; local files alone, without Hadoop's file systems.
 */
package io.cradle.ingest.parquet;
