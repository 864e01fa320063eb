package io.cradle.ingest.take;

import io.cradle.ingest.source.Handing;

/** Hands out the takes of an open recording, one after the other. */
public interface TakeReader extends Handing<Take> {}
