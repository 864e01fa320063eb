package io.cradle.ingest.source;

import io.cradle.dataset.episode.Episode;

/** Hands out the episodes of an open recording, one after the other. */
public interface EpisodeReader extends Handing<Episode> {}
