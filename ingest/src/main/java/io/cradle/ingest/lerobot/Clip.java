package io.cradle.ingest.lerobot;

import io.cradle.ingest.video.VideoPart;

/**
 * Where the pictures of an episode lie.
 *
 * @param file path within the dataset
 * @param part which part of the file
 */
record Clip(String file, VideoPart part) {}
