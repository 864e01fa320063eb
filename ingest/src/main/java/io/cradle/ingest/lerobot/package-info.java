/**
 * Datasets of LeRobot, versions 2.1 and 3.0: Parquet, video and metadata in a directory. Start at
 * {@link io.cradle.ingest.lerobot.LeRobotFormat}.
 *
 * <p>Imports {@code ingest.take}, {@code ingest.parquet}, {@code ingest.video}, {@code ingest.source}, {@code dataset} and
 * Jackson.
 */
package io.cradle.ingest.lerobot;
