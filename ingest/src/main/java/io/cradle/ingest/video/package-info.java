/**
 * Video files are decoded by ffmpeg, in this process. Start at {@link io.cradle.ingest.video.VideoFile}. The only package that
 * knows javacv and ffmpeg.
 *
 * <p>Imports {@code ingest.take}, {@code ingest.source} and {@code dataset}.
 */
package io.cradle.ingest.video;
