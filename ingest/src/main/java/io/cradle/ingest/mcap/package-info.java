/**
 * MCAP, the container in which ROS 2 and Foxglove record, read as takes: one file, one take, one stream a topic
 * (specification: mcap.dev/spec). Start at {@link io.cradle.ingest.mcap.McapFormat}.
 *
 * <p>Three floors: framing (bytes to records to messages: {@code McapInput}, {@code McapRecords}, {@code McapReader}),
 * messages (JSON, CDR and pictures to numbers: {@code JsonDecoder}, {@code CdrDecoder}, {@code ImageMessage}), and
 * streams (messages of a topic to a track or a film: {@code Topic}, {@code McapTake}). A file is read from front to back
 * and one chunk at a time; what it says of sizes is compared with what is there before memory is taken.
 *
 * <p>Imports {@code ingest.take}, {@code ingest.source}, {@code dataset}, zstd-jni, commons-compress, Jackson's
 * tokens and the JDK.
 */
package io.cradle.ingest.mcap;
